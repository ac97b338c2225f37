// Captured functions: a list of recorded operations becomes one TensorFlow function, which then runs in one call.
#pragma once
#include <node_api.h>

#include "session.h"

namespace cotejo {

/**
 * defineFunction(name, {inputs, nodes, outputs})
 * - inputs: [{dtype, shape}], node numbers 0 … n-1
 * - nodes: [{op, attrs, inputs}] in the order of their numbers, each input a pair (node number, output index) in one
 *   flat array; or {constant: tensorId}
 * - outputs: flat pairs
 */
napi_value define_function(napi_env env, Session& session, napi_value name, napi_value body);

/** removeFunction(name) */
napi_value remove_function(napi_env env, Session& session, napi_value name);

}  // namespace cotejo
