#include "tensors.h"

#include <cstring>
#include <stdexcept>

#include "js.h"

namespace cotejo {

namespace {

constexpr size_t kMostDimensions = 8;
// TensorFlow counts bytes in signed 64 bits and allocates what it is told; this keeps a typing error from being fatal.
constexpr uint64_t kMostBytes = 1ull << 40;

struct TypedArray {
  napi_typedarray_type type;
  size_t length;
  const void* data;
};

bool read_typed_array(napi_env env, napi_value value, TypedArray& array) {
  bool typed = false;
  check(env, napi_is_typedarray(env, value, &typed), "values");
  if (!typed) return false;
  void* data;
  check(env, napi_get_typedarray_info(env, value, &array.type, &array.length, &data, nullptr, nullptr), "values");
  array.data = data;
  return true;
}

/** How many array elements make one tensor element; zero where the array cannot hold this dtype. */
size_t elements_per_value(TF_DataType dtype, napi_typedarray_type type) {
  switch (dtype) {
    case TF_FLOAT: return type == napi_float32_array ? 1 : 0;
    case TF_DOUBLE: return type == napi_float64_array ? 1 : 0;
    case TF_INT32: return type == napi_int32_array ? 1 : 0;
    // tfjs-node hands 64-bit integers over as pairs of 32-bit ones.
    case TF_INT64: return type == napi_int32_array ? 2 : type == napi_bigint64_array ? 1 : 0;
    case TF_UINT64: return type == napi_biguint64_array ? 1 : 0;
    case TF_COMPLEX64: return type == napi_float32_array ? 2 : 0;
    case TF_BOOL:
    case TF_UINT8: return type == napi_uint8_array || type == napi_uint8_clamped_array ? 1 : 0;
    default: return 0;
  }
}

uint64_t count_elements(TF_DataType dtype, const std::vector<int64_t>& shape) {
  if (shape.size() > kMostDimensions) throw std::invalid_argument("createTensor: more than 8 dimensions");
  uint64_t count = 1;
  bool empty = false;
  for (const int64_t dim : shape) {
    if (dim < 0) throw std::invalid_argument("createTensor: " + describe(dtype, shape) + " has a negative dimension");
    if (dim == 0) empty = true;
  }
  if (empty) return 0;
  for (const int64_t dim : shape) {
    if (static_cast<uint64_t>(dim) > kMostBytes / count) {
      throw std::invalid_argument("createTensor: " + describe(dtype, shape) + " is too large");
    }
    count *= static_cast<uint64_t>(dim);
  }
  return count;
}

Tensor allocate(TF_DataType dtype, const std::vector<int64_t>& shape, size_t bytes) {
  Tensor tensor(tensorflow.TF_AllocateTensor(dtype, shape.data(), static_cast<int>(shape.size()), bytes));
  if (!tensor) throw std::bad_alloc();
  return tensor;
}

Tensor tensor_of_numbers(TF_DataType dtype, const std::vector<int64_t>& shape, uint64_t count, const TypedArray& array) {
  const size_t per_value = elements_per_value(dtype, array.type);
  if (per_value == 0) {
    throw std::invalid_argument("createTensor: this kind of typed array cannot hold " + dtype_name(dtype));
  }
  if (array.length != count * per_value) {
    throw std::invalid_argument("createTensor: " + describe(dtype, shape) + " needs " +
                                std::to_string(count * per_value) + " numbers, but the array has " +
                                std::to_string(array.length));
  }
  const size_t bytes = count * tensorflow.TF_DataTypeSize(dtype);
  Tensor tensor = allocate(dtype, shape, bytes);
  if (bytes > 0) std::memcpy(tensorflow.TF_TensorData(tensor.get()), array.data, bytes);
  if (dtype == TF_BOOL) {
    // A C++ bool that holds anything but 0 and 1 is undefined behaviour in TensorFlow's kernels.
    auto* values = static_cast<unsigned char*>(tensorflow.TF_TensorData(tensor.get()));
    for (size_t i = 0; i < bytes; i++) values[i] = values[i] != 0;
  }
  return tensor;
}

Tensor tensor_of_strings(napi_env env, const std::vector<int64_t>& shape, uint64_t count, napi_value values) {
  uint32_t length = 0;
  if (!is_array(env, values)) {
    throw std::invalid_argument("createTensor: values must be a typed array, or an array of Uint8Array for strings");
  }
  check(env, napi_get_array_length(env, values, &length), "values");
  if (length != count) {
    throw std::invalid_argument("createTensor: " + describe(TF_STRING, shape) + " needs " + std::to_string(count) +
                                " values, but there are " + std::to_string(length));
  }
  Tensor tensor = allocate(TF_STRING, shape, count * sizeof(TF_TString));
  auto* strings = static_cast<TF_TString*>(tensorflow.TF_TensorData(tensor.get()));
  for (uint64_t i = 0; i < count; i++) tensorflow.TF_StringInit(&strings[i]);
  for_each(env, values, "values", [&](napi_value element, uint32_t i) {
    TypedArray bytes;
    if (!read_typed_array(env, element, bytes) || bytes.type != napi_uint8_array) {
      throw std::invalid_argument("createTensor: each string must be a Uint8Array");
    }
    if (i < count) tensorflow.TF_StringCopy(&strings[i], static_cast<const char*>(bytes.data), bytes.length);
  });
  return tensor;
}

napi_value strings_to_js(napi_env env, TF_Tensor* tensor) {
  const auto count = static_cast<size_t>(tensorflow.TF_TensorElementCount(tensor));
  const auto* strings = static_cast<const TF_TString*>(tensorflow.TF_TensorData(tensor));
  napi_value result;
  check(env, napi_create_array_with_length(env, count, &result), "tensorDataSync");
  for (size_t i = 0; i < count; i++) {
    const size_t size = tensorflow.TF_StringGetSize(&strings[i]);
    void* data;
    napi_value buffer, bytes;
    check(env, napi_create_arraybuffer(env, size, &data, &buffer), "tensorDataSync");
    if (size > 0) std::memcpy(data, tensorflow.TF_StringGetDataPointer(&strings[i]), size);
    check(env, napi_create_typedarray(env, napi_uint8_array, size, buffer, 0, &bytes), "tensorDataSync");
    check(env, napi_set_element(env, result, static_cast<uint32_t>(i), bytes), "tensorDataSync");
  }
  return result;
}

struct ArrayKind {
  napi_typedarray_type type;
  size_t bytes;
};

ArrayKind array_kind(TF_DataType dtype) {
  switch (dtype) {
    case TF_FLOAT:
    case TF_COMPLEX64: return {napi_float32_array, 4};
    case TF_DOUBLE: return {napi_float64_array, 8};
    case TF_INT32: return {napi_int32_array, 4};
    case TF_INT64: return {napi_bigint64_array, 8};
    case TF_UINT64: return {napi_biguint64_array, 8};
    case TF_BOOL:
    case TF_UINT8: return {napi_uint8_array, 1};
    default: throw std::invalid_argument("tensorDataSync: a " + dtype_name(dtype) + " tensor cannot be read");
  }
}

}  // namespace

napi_value create_tensor(napi_env env, Session& session, napi_value shape_value, napi_value dtype_value,
                         napi_value values) {
  TFE_Context* context = session.context();
  const std::vector<int64_t> shape = read_integers(env, shape_value, "createTensor: shape");
  const auto dtype = static_cast<TF_DataType>(read_integer(env, dtype_value, "createTensor: dtype"));
  const uint64_t count = count_elements(dtype, shape);

  TypedArray array;
  Tensor tensor;
  if (dtype == TF_STRING) {
    tensor = tensor_of_strings(env, shape, count, values);
  } else if (read_typed_array(env, values, array)) {
    tensor = tensor_of_numbers(dtype, shape, count, array);
  } else {
    throw std::invalid_argument("createTensor: values must be a typed array for " + dtype_name(dtype));
  }

  Status status;
  Handle handle(tensorflow.TFE_NewTensorHandle(tensor.get(), status.get()));
  status.check("createTensor " + describe(dtype, shape));
  // Kernels on a GPU expect int32 (shapes, axes) and strings in the host's memory, and everything else in the GPU's.
  if (session.uses_gpu() && dtype != TF_INT32 && dtype != TF_STRING) {
    Handle moved(tensorflow.TFE_TensorHandleCopyToDevice(handle.get(), context, session.device().name.c_str(),
                                                         status.get()));
    status.check("createTensor " + describe(dtype, shape) + ": copy to " + session.device().name);
    handle = std::move(moved);
  }
  return make_number(env, static_cast<double>(session.add(std::move(handle))));
}

napi_value delete_tensor(napi_env env, Session& session, napi_value id) {
  session.context();
  session.remove(read_integer(env, id, "deleteTensor: id"));
  return make_undefined(env);
}

napi_value tensor_data(napi_env env, Session& session, napi_value id) {
  session.context();
  TFE_TensorHandle* handle = session.tensor(read_integer(env, id, "tensorDataSync: id"), "tensorDataSync");
  const TF_DataType dtype = tensorflow.TFE_TensorHandleDataType(handle);
  if (dtype != TF_STRING) array_kind(dtype);

  Status status;
  Tensor tensor(tensorflow.TFE_TensorHandleResolve(handle, status.get()));
  status.check("tensorDataSync of " + describe(handle));
  if (dtype == TF_STRING) return strings_to_js(env, tensor.get());

  const ArrayKind kind = array_kind(dtype);
  const size_t bytes = tensorflow.TF_TensorByteSize(tensor.get());
  void* data;
  napi_value buffer, result;
  check(env, napi_create_arraybuffer(env, bytes, &data, &buffer), "tensorDataSync");
  if (bytes > 0) std::memcpy(data, tensorflow.TF_TensorData(tensor.get()), bytes);
  check(env, napi_create_typedarray(env, kind.type, bytes / kind.bytes, buffer, 0, &result), "tensorDataSync");
  return result;
}

napi_value tensor_info(napi_env env, Session& session, Handle handle) {
  Status status;
  std::vector<int64_t> shape;
  const int rank = tensorflow.TFE_TensorHandleNumDims(handle.get(), status.get());
  status.check("the shape of a result");
  for (int i = 0; i < rank; i++) {
    shape.push_back(tensorflow.TFE_TensorHandleDim(handle.get(), i, status.get()));
    status.check("the shape of a result");
  }
  const TF_DataType dtype = tensorflow.TFE_TensorHandleDataType(handle.get());

  napi_value info;
  check(env, napi_create_object(env, &info), "a result");
  set_property(env, info, "shape", make_integers(env, shape));
  set_property(env, info, "dtype", make_number(env, dtype));
  set_property(env, info, "id", make_number(env, static_cast<double>(session.add(std::move(handle)))));
  return info;
}

}  // namespace cotejo
