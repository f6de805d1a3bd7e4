#pragma once

#include <cstdint>
#include <string>

namespace footfall {

/// What the way an input is read rests on, and a person should know.
enum class ReadingNoteKind : std::uint8_t {
  synonym,           ///< role, column: read from a column of another name
  misfit,            ///< role, column, value: passed over, since its values are of another kind
  quantity_beside,   ///< role, column, value: a quantity stands beside a price
  zone_beside,       ///< role, column: a time zone stands beside times; value: the source that
                     ///< joins them
  currencies,        ///< role, column: of several currencies; value: the first of them
  encoding,          ///< value: the encoding that bytes which are no UTF-8 were taken for
  invalid_bytes,     ///< value: how many of the first records hold bytes that are no UTF-8
  dates_alone,       ///< role, value: dates without a clock are the first moment of their day
  far_times,         ///< role, value: all sampled numbers are times of decades ago, or to come;
                     ///< column: the time that the value is read as
  day_by_dots,       ///< role, value: the day comes first, for dots stand between
  days_unread,       ///< role, value: days are not read, for it is open what they mean
  decimal_comma,     ///< role, value: which shows that numbers have a decimal comma
  open_mark,         ///< role, value: which could have either mark; a point was taken
  no_figure,         ///< role, column: nothing gives a figure, and all count as 0; the key that
                     ///< later records may have it in, empty in tables; value: what may be meant
  scale_meant,       ///< role, column: named after a part of a unit; value: the scale that it means
  status_beside,     ///< role, column: a status stands beside an amount
  forwarded_client,  ///< value: a forwarded address; such are the visitors of a log
  connected_client,  ///< value: a forwarded address; connections are the visitors all the same
  client_beside,     ///< column: a private address; such are the visitors of a log. value: an
                     ///< address that its format has no part for
  clients_shared,    ///< the same where connections are of few addresses, private or not
  line_prefixes,     ///< value: what stands in front of the lines of a log and is cut
  wrapped_lines,     ///< column, value: the key that holds the lines of a log, of which format
  nothing_left_out,  ///< value: what --leave-out is to leave out of a log; column: the part of its
                     ///< lines that tells it, which none of the first has
  not_cleaned,       ///< value: an option of access logs, given for what is none
};

struct ReadingNote {
  ReadingNoteKind kind{};
  std::string role;
  std::string column;  ///< as the input writes it, unless the kind says what else it is
  std::string value;   ///< an example, or another column
};

}  // namespace footfall
