#pragma once

#include <libpq-fe.h>

#include "model/sql/sql_error.h"

namespace footfall {

/// PostgreSQL's client library, loaded on first use.
struct Libpq {
  decltype(::PQconnectStartParams)* connect_start = nullptr;
  decltype(::PQconnectPoll)* connect_poll = nullptr;
  decltype(::PQstatus)* status = nullptr;
  decltype(::PQparameterStatus)* parameter_status = nullptr;
  decltype(::PQsocket)* socket = nullptr;
  decltype(::PQerrorMessage)* error_message = nullptr;
  decltype(::PQfinish)* finish = nullptr;
  decltype(::PQsetErrorVerbosity)* set_error_verbosity = nullptr;
  decltype(::PQsetNoticeProcessor)* set_notice_processor = nullptr;
  decltype(::PQsendQuery)* send_query = nullptr;
  decltype(::PQsetSingleRowMode)* set_single_row_mode = nullptr;
  decltype(::PQconsumeInput)* consume_input = nullptr;
  decltype(::PQflush)* flush = nullptr;
  decltype(::PQsetnonblocking)* set_nonblocking = nullptr;
  decltype(::PQisBusy)* is_busy = nullptr;
  decltype(::PQgetResult)* get_result = nullptr;
  decltype(::PQresultStatus)* result_status = nullptr;
  decltype(::PQresultErrorField)* result_error_field = nullptr;
  decltype(::PQntuples)* row_count = nullptr;
  decltype(::PQnfields)* field_count = nullptr;
  decltype(::PQgetvalue)* value = nullptr;
  decltype(::PQgetlength)* length = nullptr;
  decltype(::PQgetisnull)* is_null = nullptr;
  decltype(::PQputCopyData)* put_copy_data = nullptr;
  decltype(::PQputCopyEnd)* put_copy_end = nullptr;
  decltype(::PQclear)* clear = nullptr;
  decltype(::PQgetCancel)* get_cancel = nullptr;
  decltype(::PQcancel)* cancel = nullptr;
  decltype(::PQfreeCancel)* free_cancel = nullptr;

  [[nodiscard]] static SqlResult<const Libpq*> load();
};

}  // namespace footfall
