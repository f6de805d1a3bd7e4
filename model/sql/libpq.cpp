#include "model/sql/libpq.h"

#include "model/sql/shared_library.h"

namespace footfall {

SqlResult<const Libpq*> Libpq::load() {
  return functions_of<Libpq>("libpq.so.5", [](SharedLibrary& l, Libpq& pq) {
    l.find(pq.connect_start, "PQconnectStartParams");
    l.find(pq.connect_poll, "PQconnectPoll");
    l.find(pq.status, "PQstatus");
    l.find(pq.parameter_status, "PQparameterStatus");
    l.find(pq.socket, "PQsocket");
    l.find(pq.error_message, "PQerrorMessage");
    l.find(pq.finish, "PQfinish");
    l.find(pq.set_error_verbosity, "PQsetErrorVerbosity");
    l.find(pq.set_notice_processor, "PQsetNoticeProcessor");
    l.find(pq.send_query, "PQsendQuery");
    l.find(pq.set_single_row_mode, "PQsetSingleRowMode");
    l.find(pq.consume_input, "PQconsumeInput");
    l.find(pq.flush, "PQflush");
    l.find(pq.set_nonblocking, "PQsetnonblocking");
    l.find(pq.is_busy, "PQisBusy");
    l.find(pq.get_result, "PQgetResult");
    l.find(pq.result_status, "PQresultStatus");
    l.find(pq.result_error_field, "PQresultErrorField");
    l.find(pq.row_count, "PQntuples");
    l.find(pq.field_count, "PQnfields");
    l.find(pq.value, "PQgetvalue");
    l.find(pq.length, "PQgetlength");
    l.find(pq.is_null, "PQgetisnull");
    l.find(pq.put_copy_data, "PQputCopyData");
    l.find(pq.put_copy_end, "PQputCopyEnd");
    l.find(pq.clear, "PQclear");
    l.find(pq.get_cancel, "PQgetCancel");
    l.find(pq.cancel, "PQcancel");
    l.find(pq.free_cancel, "PQfreeCancel");
  });
}

}  // namespace footfall
