#include "model/aggregate/customers/customer_report_aggregate.h"
#include "model/aggregate/customers/payment_filter.h"
#include "model/parse/row_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {

std::unique_ptr<ReportStage> make_customer_stage(const AnalysisOptions& options) {
  return std::make_unique<TypedStage<PaymentReader, PaymentFilter, CustomerReportAggregate>>(
      options);
}

}  // namespace footfall
