#include <QTest>

#include <fmt/format.h>

#include <algorithm>

#include "model/parse/json_nesting.h"
#include "model/parse/json_sample.h"
#include "model/parse/json_shape.h"
#include "tests/support/record_dump.h"

using namespace footfall;
using footfall::testing::OwnChunk;
using footfall::testing::repeat;

namespace {

/// The text with quotes for apostrophes, which keeps JSON readable here.
std::string quoted(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

std::size_t extent(const std::string& text) {
  return json_extent(OwnChunk(quoted(text)).chunk().bytes);
}

/// Counts the keys `id` and `user` at the top.
std::size_t named(std::string_view object) {
  const std::string_view records[] = {object};
  std::size_t count = 0;
  for (const SampledPath& path : sampled_paths(records))
    count += path.name == "id" || path.name == "user" ? 1 : 0;
  return count;
}

std::string shape_of(const std::string& text) {
  const JsonShape shape = find_json_shape(quoted(text), named);
  switch (shape.form) {
    case JsonShape::Form::lines:
      return "lines";
    case JsonShape::Form::objects:
      return "objects";
    case JsonShape::Form::array:
      return fmt::format("array {}", shape.begin);
    case JsonShape::Form::member:
      return fmt::format("member {} {}", shape.member, shape.begin);
  }
  return {};
}

std::string lists_in(const std::string& text) {
  const auto lists = find_lists(quoted(text));
  if (!lists) return "none";
  return lists->form == JsonLists::Form::array ? "array" : "lines";
}

std::string paths_of(const std::vector<std::string>& texts) {
  std::vector<std::string> records;
  for (const std::string& text : texts) records.push_back(quoted(text));
  std::string out;
  for (const SampledPath& path :
       sampled_paths(std::vector<std::string_view>(records.begin(), records.end()))) {
    out += fmt::format("{}:", path.name);
    for (const SampledPath::Value& value : path.values)
      out += fmt::format(" {}{}", value.text, "mtnwx"[static_cast<std::size_t>(value.kind)]);
    out += "\n";
  }
  return out;
}

}  // namespace

class TestJsonShapes : public QObject {
  Q_OBJECT
 private slots:
  void finds_the_end_of_a_value() {
    QCOMPARE(extent("{}x"), std::size_t{2});
    QCOMPARE(extent("[[{}],{}] ,"), std::size_t{9});
    QCOMPARE(extent("{'}':']{[\\'}'} "), std::size_t{14});
    QCOMPARE(extent("{'a':'\\\\'}x'"), std::size_t{10});
    QCOMPARE(extent("{'a':[1}"), std::string_view::npos);
    QCOMPARE(extent("{'a':[1]"), std::string_view::npos);
    QCOMPARE(extent("{'a}"), std::string_view::npos);
    // Strings, escapes and brackets at every place of a block.
    for (std::size_t i = 0; i < 140; ++i) {
      for (const std::string& inner : {quoted("'}'"), quoted("'\\'}'"), quoted("'\\\\'"),
                                       quoted("'\\\\\\']'"), std::string("[{}]")}) {
        const std::string text = "{" + repeat(" ", i) + inner + "}";
        QCOMPARE(extent(text + "}{"), text.size());
      }
    }
  }
  void keeps_its_place_between_texts() {
    const std::string text = quoted("{'a':'\\\\\\'}{','b':[{'c':']'}]}");
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
      const std::string front = text.substr(0, cut) + repeat("\"", 64);
      const std::string rest = text.substr(cut) + repeat("}", 64);
      JsonNesting nesting;
      const char* p = front.data();
      QCOMPARE(nesting.scan(p, p + cut), JsonNesting::Stop::end_of_text);
      p = rest.data();
      QCOMPARE(nesting.scan(p, rest.data() + rest.size()), JsonNesting::Stop::closed);
      QCOMPARE(static_cast<std::size_t>(p - rest.data()), text.size() - cut);
    }
  }
  void tells_lines_from_other_shapes() {
    QCOMPARE(shape_of(""), "lines");
    QCOMPARE(shape_of("{'id':1}\n{'id':2}\n"), "lines");
    QCOMPARE(shape_of("\n\n {'id':1} , \n"), "lines");
    QCOMPARE(shape_of("{'id':1}"), "lines");
    QCOMPARE(shape_of("{'x':1}\n{'x':2}\n"), "lines");
    QCOMPARE(shape_of("{}\n"), "lines");
    // A first line that is broken.
    QCOMPARE(shape_of("{'id':tru}\n{'id':2}\n"), "lines");
    QCOMPARE(shape_of("{'id':1,'b':\n{'id':2}\n{'id':3}\n"), "lines");
    QCOMPARE(shape_of("{'id':1,'b\n{'id':2}\n{'id':3}\n"), "lines");
    QCOMPARE(shape_of("{'id':1} x\n{'id':2}\n"), "lines");
    QCOMPARE(shape_of("x\n{'id':2}\n"), "lines");
    QCOMPARE(shape_of("{'id':1}{'id':2}\n{'id':3}"), "lines");
    QCOMPARE(shape_of("{'id':1}{'id':\n"), "lines");
    QCOMPARE(shape_of("{'id':1,'us\n"), "lines");
    QCOMPARE(shape_of("{'id':1}{'id':2}\n"), "objects");
    QCOMPARE(shape_of("{'id':1},{'id':2}\n"), "objects");
    QCOMPARE(shape_of("{\n'id':1}"), "objects");
    QCOMPARE(shape_of("{\n'id':tru}\n{\n'id':1}\n"), "objects");
    QCOMPARE(shape_of("{'id':1,\n'a':"), "objects");
    QCOMPARE(shape_of("{'id':1}\r{'id':2}\r"), "objects");
  }
  void finds_arrays() {
    QCOMPARE(shape_of("[]"), "array 1");
    QCOMPARE(shape_of("\xEF\xBB\xBF\n [\n{'id':1}]"), "array 6");
    QCOMPARE(shape_of("{'data':[{'id':1}]}"), "member data 9");
    QCOMPARE(shape_of("{'data':[ ]}"), "member data 9");
    QCOMPARE(shape_of("{'id':1,'data':[]}"), "lines");
    QCOMPARE(shape_of("{'a':[],'data':[{'id':1}]}"), "member data 16");
    QCOMPARE(shape_of("{'a':{'data':[{'id':1}]},'b':[1,{}],'c':[\n{'id':1"), "member c 41");
    QCOMPARE(shape_of("{'x':[{'y':1}]}"), "member x 6");
    QCOMPARE(shape_of("{'x':[{'y':1}]}\n{'x':[{'y':1}]}\n"), "lines");
    QCOMPARE(shape_of("{'x':[{'id':1}]}\n{'x':[{'id':1}]}\n"), "member x 6");
    // A line that names a role is a row, unless what is in it names more.
    QCOMPARE(shape_of("{'id':1,'x':[{'y':1}]}\n"), "lines");
    QCOMPARE(shape_of("{'id':1,'x':[{'id':1}]}\n"), "lines");
    QCOMPARE(shape_of("{'id':1,'x':[{'id':1,'user':1}]}\n"), "member x 13");
  }
  void tells_one_record_from_what_is_in_it() {
    QCOMPARE(shape_of("{'id':1,'user':2,'x':[{'id':1}]}"), "lines");
    QCOMPARE(shape_of("{\n'id':1,\n'user':2,\n'x':[{'id':1}]}"), "objects");
    QCOMPARE(shape_of("{\n'id':1,\n'x':[{'id':1}]}"), "member x 15");
    QCOMPARE(shape_of("{\n'id':1,\n'x':[{'y':1}]}"), "objects");
    QCOMPARE(shape_of("{\n'a':1,\n'x':[{'y':1}]}"), "member x 14");
    QCOMPARE(shape_of("{\n'id':1,\n'x':[{'y':1}]}\n{\n'id':2}\n"), "objects");
  }
  void finds_lists() {
    QCOMPARE(lists_in("[['a',1],['b',2]]"), "array");
    QCOMPARE(lists_in("\xEF\xBB\xBF\n[\n [\n 'a', 1 ],\n ['b', 2] ]\n"), "array");
    QCOMPARE(lists_in("[['a',1],['b"), "array");
    QCOMPARE(lists_in("['a',1]\n['b',2]\n"), "lines");
    QCOMPARE(lists_in("['a',1],\n['b',2]\n"), "lines");
    QCOMPARE(lists_in("[1]"), "lines");
    for (const char* const other :
         {"", "[]", "[{'a':1}]", "[ ", "[['a", "[a],[b]", "['a',1] x\n", "[['a' 1]]", "['a',tru]",
          "['a',1", "{'a':[[1]]}", "[06/Jan/2025:10:58:58 +0100] x", "a,[1]"})
      QCOMPARE(lists_in(other), "none");
    const auto member = find_member_lists(quoted("{'a':[1],'b':[{}],'values':[ [1],[2]]"));
    QVERIFY(member);
    QCOMPARE(member->member, std::string("values"));
    QVERIFY(!find_member_lists(quoted("{'a':[],'b':{'c':[[1]]}}")));
  }
  void samples_places() {
    QCOMPARE(paths_of({"{'a':1,'b':{'c':'x','d':[1,{'e':2}]},'f.g':null}", "{'b':{'c':true}}",
                       "{'b':tru}", "{'a':'\\u0041\\n','h':{}}"}),
             "a: 1n A\nt\nb.c: xt truew\nf.g: m\n");
    QCOMPARE(paths_of({"{\n 'a' : {\n 'b' : -1e5 }\n }"}), "a.b: -1e5n\n");
    QCOMPARE(paths_of({}), "");
    const std::vector<std::string> many(150, "{'a':1}");
    QCOMPARE(paths_of(many), "a:" + repeat(" 1n", 100) + "\n");
  }
  void reads_paths() {
    const auto shown = [](const char* text) {
      std::string out;
      for (const JsonPath& path : readings_of_path(text)) {
        out += out.empty() ? "" : "; ";
        for (std::size_t i = 0; i < path.size(); ++i)
          out += (i > 0 ? "|" : "") + (element_of_step(path[i]) ? path[i].substr(1) : path[i]);
      }
      return out;
    };
    QCOMPARE(shown("a"), "a");
    QCOMPARE(shown(" @a "), "@a");
    QCOMPARE(shown("a.b"), "a.b; a|b");
    QCOMPARE(shown("a.b.c"), "a.b.c; a|b.c; a.b|c; a|b|c");
    QCOMPARE(shown("a[0].b"), "a[0].b; a|[0]|b");
    QCOMPARE(shown("a[k=v.w].b"), "a[k=v.w].b; a|[k=v.w]|b");
    QCOMPARE(shown("a[ k = 'v' ][1]"), "a[ k = 'v' ][1]; a|[k=v]|[1]");
    QCOMPARE(shown("a['b.c']"), "a['b.c']; a|b.c");
    QCOMPARE(shown("\"a.b\".c"), "\"a.b\".c; a.b|c");
    QCOMPARE(shown("a->>'b'"), "a->>'b'; a|b");
    QCOMPARE(shown("a -> 'b' -> 0 ->> 'c.d'"), "a -> 'b' -> 0 ->> 'c.d'; a|b|[0]|c.d");
    QCOMPARE(shown("$.a.b"), "$.a.b; a.b; a|b");
    QCOMPARE(shown("$id"), "$id");
    QCOMPARE(shown("a["), "a[; a|");
    QCOMPARE(shown(""), "");
    QCOMPARE(shown_path({"a", json_element(3), "b", json_element_with("k", "v")}), "a[3].b[k=v]");
  }
  void prefers_the_reading_that_a_record_has() {
    const std::string first = quoted("{'a':{'b':1},'c.d':null}");
    const std::string second = quoted("{'a.b':1,'c':{'d':2},'e':[{'k':'x','v':1}]}");
    const std::vector<std::string> texts = {"a.b", "c.d", "e[k=x].v", "e[k=y].v", "f"};
    const auto shown = [&](std::vector<std::string_view> records) {
      std::string out;
      for (const auto& path : found_readings(texts, records))
        out += path ? fmt::format("{}:{} ", path->size(), shown_path(*path)) : "- ";
      return out;
    };
    QCOMPARE(shown({first}), "2:a.b 1:c.d - - - ");
    QCOMPARE(shown({first, second}), "1:a.b 1:c.d 3:e[k=x].v - - ");
    QCOMPARE(shown({}), "- - - - - ");
  }
  void hands_out_whole_records() {
    JsonShape shape;
    shape.form = JsonShape::Form::array;
    shape.begin = 1;
    const auto count = [&](const char* text) { return first_records(text, shape, 10).size(); };
    QCOMPARE(count("[{},{} , {}\n]{}"), std::size_t{3});
    QCOMPARE(count("[1,{},[{}],\"{}\",{"), std::size_t{1});
    shape = {};
    QCOMPARE(count("{},\n{}{}\n{\n[1]\n{}"), std::size_t{4});
  }
};

QTEST_APPLESS_MAIN(TestJsonShapes)
#include "test_json_shapes.moc"
