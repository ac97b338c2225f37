#include "adam.h"

#include <string>

#include "adam_update.h"
#include "tensorflow.h"

namespace cotejo {

namespace {

struct TF_OpDefinitionBuilder;
struct TF_ShapeInferenceContext;
struct TF_ShapeHandle;
struct TF_KernelBuilder;
struct TF_OpKernelConstruction;
struct TF_OpKernelContext;

using ShapeFunction = void (*)(TF_ShapeInferenceContext*, TF_Status*);
using CreateFunction = void* (*)(TF_OpKernelConstruction*);
using ComputeFunction = void (*)(void*, TF_OpKernelContext*);
using DeleteFunction = void (*)(void*);

// TensorFlow's C interface for operations (tensorflow/c/ops.h) and kernels (tensorflow/c/kernels.h).
#define COTEJO_KERNEL_FUNCTIONS(X)                                                                                    \
  X(TF_OpDefinitionBuilder*, TF_NewOpDefinitionBuilder, (const char*))                                                \
  X(void, TF_OpDefinitionBuilderAddInput, (TF_OpDefinitionBuilder*, const char*))                                     \
  X(void, TF_OpDefinitionBuilderAddOutput, (TF_OpDefinitionBuilder*, const char*))                                    \
  X(void, TF_OpDefinitionBuilderAddAttr, (TF_OpDefinitionBuilder*, const char*))                                      \
  X(void, TF_OpDefinitionBuilderSetShapeInferenceFunction, (TF_OpDefinitionBuilder*, ShapeFunction))                  \
  X(void, TF_RegisterOpDefinition, (TF_OpDefinitionBuilder*, TF_Status*))                                             \
  X(TF_ShapeHandle*, TF_NewShapeHandle, ())                                                                           \
  X(void, TF_DeleteShapeHandle, (TF_ShapeHandle*))                                                                    \
  X(void, TF_ShapeInferenceContextGetInput, (TF_ShapeInferenceContext*, int, TF_ShapeHandle*, TF_Status*))            \
  X(void, TF_ShapeInferenceContextSetOutput, (TF_ShapeInferenceContext*, int, TF_ShapeHandle*, TF_Status*))           \
  X(TF_KernelBuilder*, TF_NewKernelBuilder,                                                                           \
    (const char*, const char*, CreateFunction, ComputeFunction, DeleteFunction))                                      \
  X(void, TF_RegisterKernelBuilder, (const char*, TF_KernelBuilder*, TF_Status*))                                     \
  X(void, TF_OpKernelConstruction_GetAttrFloat, (TF_OpKernelConstruction*, const char*, float*, TF_Status*))          \
  X(void, TF_OpKernelConstruction_Failure, (TF_OpKernelConstruction*, TF_Status*))                                    \
  X(void, TF_GetInput, (TF_OpKernelContext*, int, TF_Tensor**, TF_Status*))                                           \
  X(TF_Tensor*, TF_AllocateOutput, (TF_OpKernelContext*, int, TF_DataType, const int64_t*, int, size_t, TF_Status*))  \
  X(void, TF_OpKernelContext_Failure, (TF_OpKernelContext*, TF_Status*))                                              \
  X(void, TF_SetStatus, (TF_Status*, int, const char*))                                                               \
  X(int, TF_NumDims, (const TF_Tensor*))                                                                              \
  X(int64_t, TF_Dim, (const TF_Tensor*, int))

struct Kernels {
#define X(result, name, parameters) result(*name) parameters;
  COTEJO_KERNEL_FUNCTIONS(X)
#undef X
};

Kernels kernels;

constexpr int kInvalidArgument = 3;
constexpr int kTensors = 4;
constexpr int kOutputs = 3;

/** What the operation's attributes say; made once per node. */
struct AdamKernel {
  float rest1 = 0;
  float rest2 = 0;
  float epsilon = 0;
};

void infer_shapes(TF_ShapeInferenceContext* context, TF_Status* status) {
  TF_ShapeHandle* shape = kernels.TF_NewShapeHandle();
  kernels.TF_ShapeInferenceContextGetInput(context, 0, shape, status);
  for (int i = 0; i < kOutputs && tensorflow.TF_GetCode(status) == 0; i++) {
    kernels.TF_ShapeInferenceContextSetOutput(context, i, shape, status);
  }
  kernels.TF_DeleteShapeHandle(shape);
}

void* create(TF_OpKernelConstruction* construction) {
  auto* kernel = new AdamKernel();
  TF_Status* status = tensorflow.TF_NewStatus();
  const auto read = [&](const char* name, float* value) {
    if (tensorflow.TF_GetCode(status) == 0) {
      kernels.TF_OpKernelConstruction_GetAttrFloat(construction, name, value, status);
    }
  };
  read("rest1", &kernel->rest1);
  read("rest2", &kernel->rest2);
  read("epsilon", &kernel->epsilon);
  if (tensorflow.TF_GetCode(status) != 0) kernels.TF_OpKernelConstruction_Failure(construction, status);
  tensorflow.TF_DeleteStatus(status);
  return kernel;
}

void destroy(void* kernel) { delete static_cast<AdamKernel*>(kernel); }

/** The tensors of one call, freed when it ends. */
class Call {
 public:
  explicit Call(TF_OpKernelContext* context) : context_(context), status_(tensorflow.TF_NewStatus()) {}
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call() {
    for (TF_Tensor* tensor : tensors_) tensorflow.TF_DeleteTensor(tensor);
    tensorflow.TF_DeleteStatus(status_);
  }

  void run(const AdamKernel& kernel) {
    for (int i = 0; i < kTensors + 2; i++) {
      TF_Tensor* tensor = nullptr;
      kernels.TF_GetInput(context_, i, &tensor, status_);
      if (failed()) return;
      tensors_.push_back(tensor);
    }
    const int64_t count = tensorflow.TF_TensorElementCount(tensors_[0]);
    for (int i = 0; i < kTensors + 2; i++) {
      if (tensorflow.TF_TensorElementCount(tensors_[i]) != (i < kTensors ? count : 1)) {
        kernels.TF_SetStatus(status_, kInvalidArgument,
                             "weight, slots and gradient must have one shape, alpha and decay must be scalars");
        failed();
        return;
      }
    }
    std::vector<int64_t> dims;
    for (int i = 0; i < kernels.TF_NumDims(tensors_[0]); i++) dims.push_back(kernels.TF_Dim(tensors_[0], i));
    for (int i = 0; i < kOutputs; i++) {
      TF_Tensor* output = kernels.TF_AllocateOutput(context_, i, TF_FLOAT, dims.data(), static_cast<int>(dims.size()),
                                                    static_cast<size_t>(count) * sizeof(float), status_);
      if (failed()) return;
      tensors_.push_back(output);
    }
    const AdamArrays arrays = {data(0), data(1), data(2), data(3), data(6), data(7), data(8)};
    adam_update(arrays, static_cast<size_t>(count),
                {kernel.rest1, kernel.rest2, kernel.epsilon, *data(4), *data(5)});
  }

 private:
  float* data(size_t i) const { return static_cast<float*>(tensorflow.TF_TensorData(tensors_[i])); }

  bool failed() {
    if (tensorflow.TF_GetCode(status_) == 0) return false;
    kernels.TF_OpKernelContext_Failure(context_, status_);
    return true;
  }

  TF_OpKernelContext* context_;
  TF_Status* status_;
  std::vector<TF_Tensor*> tensors_;
};

void compute(void* kernel, TF_OpKernelContext* context) { Call(context).run(*static_cast<AdamKernel*>(kernel)); }

}  // namespace

bool register_adam(const std::vector<Library>& libraries) {
  const auto find = [&](const char* name) -> void* {
    for (const Library& library : libraries) {
      if (void* address = library.find(name)) return address;
    }
    return nullptr;
  };
  bool complete = true;
#define X(result, name, parameters)                                            \
  kernels.name = reinterpret_cast<result(*) parameters>(find(#name));          \
  complete = complete && kernels.name;
  COTEJO_KERNEL_FUNCTIONS(X)
#undef X
  if (!complete) return false;

  TF_OpDefinitionBuilder* op = kernels.TF_NewOpDefinitionBuilder("CotejoAdam");
  for (const char* input : {"weight", "first", "second", "gradient", "alpha", "decay"}) {
    kernels.TF_OpDefinitionBuilderAddInput(op, (std::string(input) + ": float").c_str());
  }
  for (const char* output : {"next_weight", "next_first", "next_second"}) {
    kernels.TF_OpDefinitionBuilderAddOutput(op, (std::string(output) + ": float").c_str());
  }
  for (const char* attribute : {"rest1", "rest2", "epsilon"}) {
    kernels.TF_OpDefinitionBuilderAddAttr(op, (std::string(attribute) + ": float").c_str());
  }
  kernels.TF_OpDefinitionBuilderSetShapeInferenceFunction(op, infer_shapes);
  TF_Status* status = tensorflow.TF_NewStatus();
  kernels.TF_RegisterOpDefinition(op, status);
  if (tensorflow.TF_GetCode(status) == 0) {
    TF_KernelBuilder* builder = kernels.TF_NewKernelBuilder("CotejoAdam", "CPU", create, compute, destroy);
    kernels.TF_RegisterKernelBuilder("CotejoAdam", builder, status);
  }
  const bool registered = tensorflow.TF_GetCode(status) == 0;
  tensorflow.TF_DeleteStatus(status);
  return registered;
}

}  // namespace cotejo
