#include "session.h"

#include <stdexcept>

#include "config_proto.h"

namespace cotejo {

void Status::check(const std::string& what) const {
  if (!ok()) throw std::runtime_error(what + ": " + message());
}

Session::Session(const SessionOptions& options) : config_(encode_config(options)) {
  Status status;
  TFE_ContextOptions* context_options = tensorflow.TFE_NewContextOptions();
  tensorflow.TFE_ContextOptionsSetConfig(context_options, config_.data(), config_.size(), status.get());
  if (status.ok()) context_ = tensorflow.TFE_NewContext(context_options, status.get());
  tensorflow.TFE_DeleteContextOptions(context_options);
  status.check("TensorFlow could not start");
  list_devices();
}

Session::~Session() { close(); }

void Session::close() {
  if (!context_) return;
  tensors_.clear();
  functions.clear();
  for (const auto& model : saved_models) {
    Status status;
    tensorflow.TF_DeleteSession(model.second.session, status.get());
    tensorflow.TF_DeleteGraph(model.second.graph);
  }
  saved_models.clear();
  tensorflow.TFE_DeleteContext(context_);
  context_ = nullptr;
}

TFE_Context* Session::context() const {
  if (!context_) throw std::runtime_error("TensorFlow was closed; start the process again to use it");
  return context_;
}

void Session::list_devices() {
  Status status;
  TF_DeviceList* list = tensorflow.TFE_ContextListDevices(context_, status.get());
  status.check("TensorFlow could not list its devices");
  const int count = tensorflow.TF_DeviceListCount(list);
  bool found_gpu = false;
  for (int i = 0; i < count && status.ok(); i++) {
    Device device;
    const char* name = tensorflow.TF_DeviceListName(list, i, status.get());
    const char* type = status.ok() ? tensorflow.TF_DeviceListType(list, i, status.get()) : nullptr;
    if (!status.ok()) break;
    device.name = name;
    device.type = type;
    device.memory_bytes = tensorflow.TF_DeviceListMemoryBytes(list, i, status.get());
    if (device.type == "GPU" && !found_gpu) {
      found_gpu = true;
      device_ = devices_.size();
    } else if (device.type == "CPU" && devices_.empty()) {
      device_ = 0;
    }
    devices_.push_back(device);
  }
  tensorflow.TF_DeleteDeviceList(list);
  status.check("TensorFlow could not name its devices");
  if (devices_.empty()) throw std::runtime_error("TensorFlow found no device, not even a CPU");
}

int64_t Session::add(Handle handle) {
  const int64_t id = next_tensor_++;
  tensors_.emplace(id, std::move(handle));
  return id;
}

TFE_TensorHandle* Session::tensor(int64_t id, const std::string& wanted_by) const {
  const auto found = tensors_.find(id);
  if (found == tensors_.end()) {
    throw std::invalid_argument(wanted_by + ": there is no tensor with id " + std::to_string(id));
  }
  return found->second.get();
}

void Session::remove(int64_t id) {
  if (tensors_.erase(id) == 0) {
    throw std::invalid_argument("deleteTensor: there is no tensor with id " + std::to_string(id));
  }
}

std::string describe(TFE_TensorHandle* handle) {
  const TF_DataType dtype = tensorflow.TFE_TensorHandleDataType(handle);
  Status status;
  const int rank = tensorflow.TFE_TensorHandleNumDims(handle, status.get());
  if (!status.ok()) return dtype_name(dtype) + "[?]";
  std::vector<int64_t> shape;
  for (int i = 0; i < rank; i++) shape.push_back(tensorflow.TFE_TensorHandleDim(handle, i, status.get()));
  return describe(dtype, shape);
}

std::string describe(TF_DataType dtype, const std::vector<int64_t>& shape) {
  std::string text = dtype_name(dtype) + "[";
  for (size_t i = 0; i < shape.size(); i++) text += (i > 0 ? "," : "") + std::to_string(shape[i]);
  return text + "]";
}

}  // namespace cotejo
