// Runs one operation at once ("eagerly"), or one captured function.
#pragma once
#include <node_api.h>

#include "session.h"

namespace cotejo {

/** executeOp(name, [{name, type, value}], inputIds, outputCount) → [{id, shape, dtype}] */
napi_value execute_op(napi_env env, Session& session, napi_value name, napi_value attributes, napi_value inputs,
                      napi_value output_count);

/** runFunction(name, inputIds, useXla) → ids of the outputs, whose shapes the caller knows */
napi_value run_function(napi_env env, Session& session, napi_value name, napi_value inputs, napi_value use_xla);

}  // namespace cotejo
