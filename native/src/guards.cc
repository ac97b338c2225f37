#include "guards.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "session.h"

namespace cotejo {

namespace {

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

/** Rank of the windows of an operation: 4 for 2D, 5 for 3D, 0 where it has none. */
size_t window_rank(const std::string& op) {
  if (contains(op, "Conv3D") || contains(op, "Pool3D")) return 5;
  if (contains(op, "Conv2D") || contains(op, "Conv2d") || contains(op, "Pool") || contains(op, "Dilation2D")) return 4;
  return 0;
}

/** Which input holds the sizes of the result, or -1. */
int sizes_input(const std::string& op) {
  if (!contains(op, "Conv")) return -1;
  if (contains(op, "BackpropInput")) return 0;
  if (contains(op, "BackpropFilter")) return 1;
  return -1;
}

void check_sizes(const std::string& op, TFE_TensorHandle* handle) {
  Status status;
  const TF_DataType dtype = tensorflow.TFE_TensorHandleDataType(handle);
  if (dtype != TF_INT32 || tensorflow.TFE_TensorHandleNumDims(handle, status.get()) != 1) {
    throw std::invalid_argument(op + ": its sizes must be an int32 vector, not " + describe(handle));
  }
  Tensor tensor(tensorflow.TFE_TensorHandleResolve(handle, status.get()));
  status.check(op);
  const auto count = static_cast<size_t>(tensorflow.TF_TensorElementCount(tensor.get()));
  if (count > window_rank(op)) throw std::invalid_argument(op + ": its sizes have too many dimensions");
  const auto* sizes = static_cast<const int32_t*>(tensorflow.TF_TensorData(tensor.get()));
  int64_t elements = 1;
  for (size_t i = 0; i < count; i++) {
    if (sizes[i] < 0) throw std::invalid_argument(op + ": a size is negative");
    elements *= sizes[i];
    if (elements > std::numeric_limits<int32_t>::max()) throw std::invalid_argument(op + ": its sizes are too large");
  }
}

}  // namespace

void guard_attributes(const std::string& op, const std::vector<Attribute>& attributes) {
  const size_t rank = window_rank(op);
  if (rank == 0) return;
  for (const Attribute& attribute : attributes) {
    if (attribute.name != "strides" && attribute.name != "ksize" && attribute.name != "dilations") continue;
    const auto* window = std::get_if<std::vector<int64_t>>(&attribute.value);
    bool good = window && window->size() == rank;
    for (size_t i = 0; good && i < rank; i++) {
      good = (*window)[i] >= 1 && (*window)[i] <= std::numeric_limits<int32_t>::max();
    }
    if (!good) {
      throw std::invalid_argument(op + ": attribute '" + attribute.name + "' must be " + std::to_string(rank) +
                                  " positive integers");
    }
  }
}

void guard_ranks(const std::string& op, const std::vector<Attribute>& attributes, const std::vector<int>& ranks) {
  if (op == "GatherV2" && ranks.size() == 3) {
    for (const Attribute& attribute : attributes) {
      const int64_t* batch_dims = std::get_if<int64_t>(&attribute.value);
      if (attribute.name != "batch_dims" || !batch_dims) continue;
      const int most = std::min(ranks[0], ranks[1]);
      if (*batch_dims < 0 || (most >= 0 && *batch_dims > most)) {
        throw std::invalid_argument(op + ": batch_dims must be from 0 to " + std::to_string(most));
      }
    }
  }
  const size_t rank = window_rank(op);
  // The pooling operations check their ranks themselves.
  if (rank == 0 || !contains(op, "Conv") || ranks.size() > 3) return;
  for (size_t i = 0; i < ranks.size(); i++) {
    const int wanted = static_cast<int>(i) == sizes_input(op) ? 1 : static_cast<int>(rank);
    if (ranks[i] >= 0 && ranks[i] != wanted) {
      throw std::invalid_argument(op + ": input " + std::to_string(i) + " must have " + std::to_string(wanted) +
                                  " dimensions, not " + std::to_string(ranks[i]));
    }
  }
}

void guard_values(const std::string& op, const std::vector<TFE_TensorHandle*>& inputs) {
  const int sizes = sizes_input(op);
  if (sizes >= 0 && static_cast<size_t>(sizes) < inputs.size()) check_sizes(op, inputs[static_cast<size_t>(sizes)]);
}

}  // namespace cotejo
