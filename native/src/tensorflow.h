// The part of TensorFlow's C API that the addon uses: its types (opaque, a stable ABI), and a table of functions that
// is filled when the library is opened. Nothing here needs TensorFlow's headers or links against it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace cotejo {

struct TF_Status;
struct TF_Tensor;
struct TF_Graph;
struct TF_Operation;
struct TF_OperationDescription;
struct TF_Function;
struct TF_FunctionOptions;
struct TF_Session;
struct TF_SessionOptions;
struct TF_DeviceList;
struct TFE_Context;
struct TFE_ContextOptions;
struct TFE_TensorHandle;
struct TFE_Op;

struct TF_Output {
  TF_Operation* oper;
  int index;
};

struct TF_Buffer {
  const void* data;
  size_t length;
  void (*data_deallocator)(void* data, size_t length);
};

/** TensorFlow's string element: 24 bytes whose layout is its own business. */
struct TF_TString {
  alignas(8) unsigned char opaque[24];
};

enum TF_DataType : int {
  TF_FLOAT = 1,
  TF_DOUBLE = 2,
  TF_INT32 = 3,
  TF_UINT8 = 4,
  TF_INT16 = 5,
  TF_INT8 = 6,
  TF_STRING = 7,
  TF_COMPLEX64 = 8,
  TF_INT64 = 9,
  TF_BOOL = 10,
  TF_RESOURCE = 20,
  TF_VARIANT = 21,
  TF_UINT64 = 23,
};

enum TF_AttrType : int {
  TF_ATTR_STRING = 0,
  TF_ATTR_INT = 1,
  TF_ATTR_FLOAT = 2,
  TF_ATTR_BOOL = 3,
  TF_ATTR_TYPE = 4,
  TF_ATTR_SHAPE = 5,
};

using Deallocator = void (*)(void* data, size_t length, void* argument);

/** Every function that is looked up: X(result, name, parameters). All must be there. */
#define COTEJO_TENSORFLOW_FUNCTIONS(X)                                                                               \
  X(const char*, TF_Version, ())                                                                                     \
  X(TF_Status*, TF_NewStatus, ())                                                                                    \
  X(void, TF_DeleteStatus, (TF_Status*))                                                                             \
  X(int, TF_GetCode, (const TF_Status*))                                                                             \
  X(const char*, TF_Message, (const TF_Status*))                                                                     \
  X(size_t, TF_DataTypeSize, (TF_DataType))                                                                          \
  X(TF_Tensor*, TF_AllocateTensor, (TF_DataType, const int64_t*, int, size_t))                                       \
  X(void, TF_DeleteTensor, (TF_Tensor*))                                                                             \
  X(TF_DataType, TF_TensorType, (const TF_Tensor*))                                                                  \
  X(size_t, TF_TensorByteSize, (const TF_Tensor*))                                                                   \
  X(void*, TF_TensorData, (const TF_Tensor*))                                                                        \
  X(int64_t, TF_TensorElementCount, (const TF_Tensor*))                                                              \
  X(void, TF_StringInit, (TF_TString*))                                                                              \
  X(void, TF_StringCopy, (TF_TString*, const char*, size_t))                                                         \
  X(const char*, TF_StringGetDataPointer, (const TF_TString*))                                                       \
  X(size_t, TF_StringGetSize, (const TF_TString*))                                                                   \
  X(TFE_ContextOptions*, TFE_NewContextOptions, ())                                                                  \
  X(void, TFE_ContextOptionsSetConfig, (TFE_ContextOptions*, const void*, size_t, TF_Status*))                       \
  X(void, TFE_DeleteContextOptions, (TFE_ContextOptions*))                                                           \
  X(TFE_Context*, TFE_NewContext, (const TFE_ContextOptions*, TF_Status*))                                           \
  X(void, TFE_DeleteContext, (TFE_Context*))                                                                         \
  X(TF_DeviceList*, TFE_ContextListDevices, (TFE_Context*, TF_Status*))                                              \
  X(int, TF_DeviceListCount, (const TF_DeviceList*))                                                                 \
  X(const char*, TF_DeviceListName, (const TF_DeviceList*, int, TF_Status*))                                         \
  X(const char*, TF_DeviceListType, (const TF_DeviceList*, int, TF_Status*))                                         \
  X(int64_t, TF_DeviceListMemoryBytes, (const TF_DeviceList*, int, TF_Status*))                                      \
  X(void, TF_DeleteDeviceList, (TF_DeviceList*))                                                                     \
  X(TFE_TensorHandle*, TFE_NewTensorHandle, (const TF_Tensor*, TF_Status*))                                          \
  X(void, TFE_DeleteTensorHandle, (TFE_TensorHandle*))                                                               \
  X(TF_DataType, TFE_TensorHandleDataType, (TFE_TensorHandle*))                                                      \
  X(int, TFE_TensorHandleNumDims, (TFE_TensorHandle*, TF_Status*))                                                   \
  X(int64_t, TFE_TensorHandleDim, (TFE_TensorHandle*, int, TF_Status*))                                              \
  X(TF_Tensor*, TFE_TensorHandleResolve, (TFE_TensorHandle*, TF_Status*))                                            \
  X(TFE_TensorHandle*, TFE_TensorHandleCopyToDevice, (TFE_TensorHandle*, TFE_Context*, const char*, TF_Status*))     \
  X(TFE_Op*, TFE_NewOp, (TFE_Context*, const char*, TF_Status*))                                                     \
  X(void, TFE_DeleteOp, (TFE_Op*))                                                                                   \
  X(void, TFE_OpSetDevice, (TFE_Op*, const char*, TF_Status*))                                                       \
  X(void, TFE_OpAddInput, (TFE_Op*, TFE_TensorHandle*, TF_Status*))                                                  \
  X(void, TFE_OpSetAttrString, (TFE_Op*, const char*, const void*, size_t))                                          \
  X(void, TFE_OpSetAttrInt, (TFE_Op*, const char*, int64_t))                                                         \
  X(void, TFE_OpSetAttrFloat, (TFE_Op*, const char*, float))                                                         \
  X(void, TFE_OpSetAttrBool, (TFE_Op*, const char*, unsigned char))                                                  \
  X(void, TFE_OpSetAttrType, (TFE_Op*, const char*, TF_DataType))                                                    \
  X(void, TFE_OpSetAttrShape, (TFE_Op*, const char*, const int64_t*, int, TF_Status*))                               \
  X(void, TFE_OpSetAttrIntList, (TFE_Op*, const char*, const int64_t*, int))                                         \
  X(void, TFE_OpSetAttrFloatList, (TFE_Op*, const char*, const float*, int))                                         \
  X(void, TFE_OpSetAttrBoolList, (TFE_Op*, const char*, const unsigned char*, int))                                  \
  X(void, TFE_OpSetAttrTypeList, (TFE_Op*, const char*, const TF_DataType*, int))                                    \
  X(void, TFE_Execute, (TFE_Op*, TFE_TensorHandle**, int*, TF_Status*))                                              \
  X(void, TFE_ContextAddFunction, (TFE_Context*, TF_Function*, TF_Status*))                                          \
  X(void, TFE_ContextRemoveFunction, (TFE_Context*, const char*, TF_Status*))                                        \
  X(TF_Graph*, TF_NewGraph, ())                                                                                      \
  X(void, TF_DeleteGraph, (TF_Graph*))                                                                               \
  X(TF_OperationDescription*, TF_NewOperation, (TF_Graph*, const char*, const char*))                                \
  X(void, TF_SetDevice, (TF_OperationDescription*, const char*))                                                     \
  X(void, TF_AddInput, (TF_OperationDescription*, TF_Output))                                                        \
  X(void, TF_AddInputList, (TF_OperationDescription*, const TF_Output*, int))                                        \
  X(void, TF_SetAttrString, (TF_OperationDescription*, const char*, const void*, size_t))                            \
  X(void, TF_SetAttrInt, (TF_OperationDescription*, const char*, int64_t))                                           \
  X(void, TF_SetAttrFloat, (TF_OperationDescription*, const char*, float))                                           \
  X(void, TF_SetAttrBool, (TF_OperationDescription*, const char*, unsigned char))                                    \
  X(void, TF_SetAttrType, (TF_OperationDescription*, const char*, TF_DataType))                                      \
  X(void, TF_SetAttrShape, (TF_OperationDescription*, const char*, const int64_t*, int))                             \
  X(void, TF_SetAttrIntList, (TF_OperationDescription*, const char*, const int64_t*, int))                           \
  X(void, TF_SetAttrFloatList, (TF_OperationDescription*, const char*, const float*, int))                           \
  X(void, TF_SetAttrBoolList, (TF_OperationDescription*, const char*, const unsigned char*, int))                    \
  X(void, TF_SetAttrTypeList, (TF_OperationDescription*, const char*, const TF_DataType*, int))                      \
  X(void, TF_SetAttrTensor, (TF_OperationDescription*, const char*, TF_Tensor*, TF_Status*))                         \
  X(TF_Operation*, TF_FinishOperation, (TF_OperationDescription*, TF_Status*))                                       \
  X(int, TF_OperationNumOutputs, (TF_Operation*))                                                                    \
  X(int, TF_OperationNumInputs, (TF_Operation*))                                                                     \
  X(TF_DataType, TF_OperationOutputType, (TF_Output))                                                                \
  X(int, TF_GraphGetTensorNumDims, (TF_Graph*, TF_Output, TF_Status*))                                               \
  X(TF_Operation*, TF_GraphOperationByName, (TF_Graph*, const char*))                                                \
  X(TF_Function*, TF_GraphToFunction,                                                                                \
    (const TF_Graph*, const char*, unsigned char, int, const TF_Operation* const*, int, const TF_Output*, int,       \
     const TF_Output*, const char* const*, const TF_FunctionOptions*, const char*, TF_Status*))                      \
  X(void, TF_DeleteFunction, (TF_Function*))                                                                         \
  X(TF_Buffer*, TF_GetAllOpList, ())                                                                                 \
  X(void, TF_DeleteBuffer, (TF_Buffer*))                                                                             \
  X(TF_SessionOptions*, TF_NewSessionOptions, ())                                                                    \
  X(void, TF_SetConfig, (TF_SessionOptions*, const void*, size_t, TF_Status*))                                       \
  X(void, TF_DeleteSessionOptions, (TF_SessionOptions*))                                                             \
  X(TF_Session*, TF_LoadSessionFromSavedModel,                                                                       \
    (const TF_SessionOptions*, const TF_Buffer*, const char*, const char* const*, int, TF_Graph*, TF_Buffer*,        \
     TF_Status*))                                                                                                    \
  X(void, TF_DeleteSession, (TF_Session*, TF_Status*))                                                               \
  X(void, TF_SessionRun,                                                                                             \
    (TF_Session*, const TF_Buffer*, const TF_Output*, TF_Tensor* const*, int, const TF_Output*, TF_Tensor**, int,    \
     const TF_Operation* const*, int, TF_Buffer*, TF_Status*))

struct TensorFlow {
#define X(result, name, parameters) result(*name) parameters;
  COTEJO_TENSORFLOW_FUNCTIONS(X)
#undef X
};

/** Filled by `open_tensorflow`; every function of the addon calls through it. */
extern TensorFlow tensorflow;

/**
 * Opens the libraries in `folder` and fills the table. The first call of the process decides: a second call with
 * another folder is an error, with the same folder it does nothing.
 * @throws std::runtime_error that names the missing file or the missing functions
 */
void open_tensorflow(const std::string& folder);

/** "float32", "int32" … for messages. */
std::string dtype_name(TF_DataType dtype);

}  // namespace cotejo
