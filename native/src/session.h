// One TensorFlow eager context and all that lives in it: tensors by id, captured functions, saved models.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "tensorflow.h"

namespace cotejo {

/** A TF_Status that throws std::runtime_error with what was being done in front of TensorFlow's message. */
class Status {
 public:
  Status() : status_(tensorflow.TF_NewStatus()) {}
  ~Status() { tensorflow.TF_DeleteStatus(status_); }
  Status(const Status&) = delete;
  Status& operator=(const Status&) = delete;
  TF_Status* get() { return status_; }
  bool ok() const { return tensorflow.TF_GetCode(status_) == 0; }
  std::string message() const { return tensorflow.TF_Message(status_); }
  void check(const std::string& what) const;

 private:
  TF_Status* status_;
};

struct TensorDeleter {
  void operator()(TF_Tensor* tensor) const { tensorflow.TF_DeleteTensor(tensor); }
};
using Tensor = std::unique_ptr<TF_Tensor, TensorDeleter>;

struct HandleDeleter {
  void operator()(TFE_TensorHandle* handle) const { tensorflow.TFE_DeleteTensorHandle(handle); }
};
using Handle = std::unique_ptr<TFE_TensorHandle, HandleDeleter>;

struct Device {
  std::string name;
  std::string type;
  int64_t memory_bytes;
};

struct SessionOptions {
  bool memory_growth = true;
  /** Zero lets TensorFlow choose. */
  int inter_op_threads = 0;
  int intra_op_threads = 0;
  /** Do not use a GPU even where there is one. */
  bool cpu_only = false;
};

/** What a captured function takes and gives; known when it is defined. */
struct CapturedFunction {
  struct Input {
    TF_DataType dtype;
    std::vector<int64_t> shape;
  };
  std::vector<Input> inputs;
  size_t outputs;
};

struct SavedModel {
  TF_Session* session;
  TF_Graph* graph;
};

class Session {
 public:
  explicit Session(const SessionOptions& options);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /** Frees everything that TensorFlow holds for this session; later calls are errors. */
  void close();
  /** @throws when the session is closed */
  TFE_Context* context() const;

  const std::vector<Device>& devices() const { return devices_; }
  /** Where tensors and functions go: the first GPU, else the CPU. */
  const Device& device() const { return devices_[device_]; }
  bool uses_gpu() const { return device().type == "GPU"; }

  /** Takes ownership. Ids are never used twice. */
  int64_t add(Handle handle);
  /** @throws naming the id and the operation when there is no such tensor */
  TFE_TensorHandle* tensor(int64_t id, const std::string& wanted_by) const;
  void remove(int64_t id);
  size_t tensor_count() const { return tensors_.size(); }

  std::unordered_map<std::string, CapturedFunction> functions;
  std::map<int64_t, SavedModel> saved_models;
  int64_t next_saved_model = 0;

  const std::string& config() const { return config_; }

 private:
  void list_devices();

  std::string config_;
  TFE_Context* context_ = nullptr;
  std::vector<Device> devices_;
  size_t device_ = 0;
  std::unordered_map<int64_t, Handle> tensors_;
  int64_t next_tensor_ = 0;
};

/** "float32[128,32,32,3]", for messages. */
std::string describe(TFE_TensorHandle* handle);
std::string describe(TF_DataType dtype, const std::vector<int64_t>& shape);

}  // namespace cotejo
