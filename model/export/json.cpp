#include "model/export/json.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/requests_report.h"

namespace footfall {
namespace {

// Cells of similar cost in a block of uneven items.
constexpr std::size_t kBlockCells = 8192;

// Appends `"name":value` for one cell of a table.
void append_member(std::string& out, const Table& table, std::size_t row, std::size_t column) {
  const Column& description = table.columns()[column];
  append_json_string(out, description.name);
  out += ':';
  std::string cell;
  table.append_cell(cell, row, column);
  if (cell.empty() && description.kind != ColumnKind::text) {
    out += "null";
    return;
  }
  switch (description.kind) {
    case ColumnKind::count:
    case ColumnKind::instant:
      out += cell;
      return;
    case ColumnKind::amount:
      append_json_decimal(out, cell);
      return;
    case ColumnKind::text:
    case ColumnKind::hour:
    case ColumnKind::day:
      append_json_string(out, cell);
      return;
  }
}

void append_members(std::string& out, const Table& table, std::size_t row, std::size_t begin,
                    std::size_t end) {
  for (std::size_t column = begin; column < end; ++column) {
    if (column > begin) out += ',';
    append_member(out, table, row, column);
  }
}

// Appends the cell of the first column as a key, with the colon.
void append_key(std::string& out, const Table& table, std::size_t row, std::string& scratch) {
  scratch.clear();
  table.append_cell(scratch, row, 0);
  append_json_string(out, scratch);
  out += ':';
}

void append_item_end(std::string& out, bool last) { out += last ? "\n" : ",\n"; }

// A document whose items stand between brackets, one on a line.
Document bracketed(std::string name, std::size_t items, char open, char close) {
  Document document;
  document.name = std::move(name);
  document.items = items;
  document.head = open;
  if (items > 0) document.head += '\n';
  document.tail = {close, '\n'};
  return document;
}

// {first cell: {name of each further column: cell}}
Document keyed_table(TablePtr table) {
  Document document = bracketed(table->name() + ".json", table->rows(), '{', '}');
  document.append = [table = std::move(table)](std::string& out, std::size_t begin,
                                               std::size_t end) {
    std::string scratch;
    for (std::size_t row = begin; row < end; ++row) {
      append_key(out, *table, row, scratch);
      out += '{';
      append_members(out, *table, row, 1, table->columns().size());
      out += '}';
      append_item_end(out, row + 1 == table->rows());
    }
  };
  return document;
}

// The hours of a report as keys of a JSON object, which stand in the order of their bytes: where a
// clock hour comes twice, that is not the order of instants.
struct HourKeys {
  template <class HourlyReport>
  explicit HourKeys(const HourlyReport& report)
      : labels(report.hours.size()), order(report.hours.size()) {
    for (std::size_t i = 0; i < labels.size(); ++i)
      append_step(labels[i], report.step, report.hours[i].hour, report.utc);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return labels[a] < labels[b]; });
  }
  std::vector<std::string> labels;  // by hour
  std::vector<std::size_t> order;
};

// {hour: {name of each further column: cell}}
Document hours_document(const RequestsPtr& report) {
  TablePtr table = hourly_requests_table(report);
  Document document = bracketed(table->name() + ".json", table->rows(), '{', '}');
  document.append = [table = std::move(table), keys = HourKeys(*report)](
                        std::string& out, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      append_json_string(out, keys.labels[keys.order[i]]);
      out += ":{";
      append_members(out, *table, keys.order[i], 1, table->columns().size());
      out += '}';
      append_item_end(out, i + 1 == table->rows());
    }
  };
  return document;
}

// {hour: {page_url: unique visitors}}
Document visitors_document(HourlyVisitorsPtr report) {
  Document document =
      bracketed(hourly_visitors_table(report)->name() + ".json", report->hours.size(), '{', '}');
  HourKeys keys(*report);
  std::vector<std::string> labels = std::move(keys.labels);
  std::vector<std::size_t> order = std::move(keys.order);

  const auto cells = [](const HourlyVisitorsReport& of, std::size_t hour) {
    return of.hour_begin[hour + 1] - of.hour_begin[hour];
  };
  document.block_end = [report, order, cells](std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t sum = 0; end < order.size() && sum < kBlockCells; ++end)
      sum += 1 + cells(*report, order[end]);
    return end;
  };
  document.append = [report = std::move(report), order = std::move(order),
                     labels = std::move(labels)](std::string& out, std::size_t begin,
                                                 std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t hour = order[i];
      append_json_string(out, labels[hour]);
      out += ":{";
      for (std::size_t cell = report->hour_begin[hour]; cell < report->hour_begin[hour + 1];
           ++cell) {
        if (cell > report->hour_begin[hour]) out += ',';
        append_json_string(out, (*report->pages)[report->cells[cell].page]);
        out += ':';
        out += std::to_string(report->cells[cell].visitors);
      }
      out += '}';
      append_item_end(out, i + 1 == order.size());
    }
  };
  return document;
}

// by_day stands before the shard, the last column.
void append_customer(std::string& out, const CustomerReport& report, const Table& table,
                     std::size_t row) {
  const std::size_t columns = table.columns().size();
  append_members(out, table, row, 1, columns - 1);
  out += ",\"by_day\":{";
  const CustomerReport::Customer& customer = report.customers[row];
  std::string spend;
  for (std::size_t i = customer.first_day; i < customer.first_day + customer.active_days; ++i) {
    out += i > customer.first_day ? ",\"" : "\"";
    append_date(out, report.days[i].day);
    out += "\":{\"events\":";
    out += std::to_string(report.days[i].events);
    out += ",\"spend_usd\":";
    spend.clear();
    report.day_spend.append_text(spend, i);
    append_json_decimal(out, spend);
    out += '}';
  }
  out += "},";
  append_member(out, table, row, columns - 1);
}

Document customers_document(CustomerReportPtr report) {
  TablePtr table = customers_table(report);
  Document document = bracketed("customers.json", table->rows(), '{', '}');
  document.block_end = [report](std::size_t begin) {
    std::size_t end = begin;
    for (std::size_t sum = 0; end < report->customers.size() && sum < kBlockCells; ++end)
      sum += 1 + report->customers[end].active_days;
    return end;
  };
  document.append = [report = std::move(report), table = std::move(table)](
                        std::string& out, std::size_t begin, std::size_t end) {
    std::string scratch;
    for (std::size_t row = begin; row < end; ++row) {
      append_key(out, *table, row, scratch);
      out += '{';
      append_customer(out, *report, *table, row);
      out += '}';
      append_item_end(out, row + 1 == table->rows());
    }
  };
  return document;
}

}  // namespace

// [{name of each column: cell}]
Document json_document(TablePtr table) {
  Document document = bracketed(table->name() + ".json", table->rows(), '[', ']');
  document.append = [table = std::move(table)](std::string& out, std::size_t begin,
                                               std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
      out += '{';
      append_members(out, *table, row, 0, table->columns().size());
      out += '}';
      append_item_end(out, row + 1 == table->rows());
    }
  };
  return document;
}

namespace {

// The main table by its first column, the others as arrays.
std::vector<Document> keyed_documents(const ReportPtr& report) {
  std::vector<Document> documents;
  for (TablePtr& table : report->tables(report))
    documents.push_back(documents.empty() ? keyed_table(std::move(table))
                                          : json_document(std::move(table)));
  return documents;
}

struct JsonForm {
  ReportKind kind{};
  std::vector<Document> (*documents)(const ReportPtr& report) = nullptr;
};
constexpr auto kJsonForms = kind_table<&JsonForm::kind, JsonForm>({
    {ReportKind::hourly_visitors,
     [](const ReportPtr& report) {
       return std::vector{
           visitors_document(std::static_pointer_cast<const HourlyVisitorsReport>(report))};
     }},
    {ReportKind::customer_report,
     [](const ReportPtr& report) {
       return std::vector{
           customers_document(std::static_pointer_cast<const CustomerReport>(report))};
     }},
    {ReportKind::campaign_ranking, keyed_documents},
    {ReportKind::user_activity, keyed_documents},
    {ReportKind::requests,
     [](const ReportPtr& report) {
       const auto requests = std::static_pointer_cast<const RequestsReport>(report);
       return std::vector{hours_document(requests), keyed_table(page_requests_table(requests))};
     }},
});

}  // namespace

std::vector<Document> json_documents(const ReportSet& reports, ReportKind kind) {
  const ReportPtr& report = reports.reports[kind];
  return report ? kJsonForms[kind].documents(report) : std::vector<Document>();
}

}  // namespace footfall
