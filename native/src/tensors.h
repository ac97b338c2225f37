// Tensors in and out of JavaScript. Data is always copied: a tensor never shares memory with a typed array.
#pragma once
#include <node_api.h>

#include "session.h"

namespace cotejo {

/** createTensor(shape, dtype, TypedArray | Uint8Array[]) → id */
napi_value create_tensor(napi_env env, Session& session, napi_value shape, napi_value dtype, napi_value values);
/** deleteTensor(id) */
napi_value delete_tensor(napi_env env, Session& session, napi_value id);
/** tensorDataSync(id) → typed array, or an array of Uint8Array for strings */
napi_value tensor_data(napi_env env, Session& session, napi_value id);
/** {id, shape, dtype} of a tensor, taking ownership of its handle */
napi_value tensor_info(napi_env env, Session& session, Handle handle);

}  // namespace cotejo
