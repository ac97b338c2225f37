// TensorFlow SavedModels: load, run, delete. Inputs and outputs go through the host's memory, as a session wants it.
#pragma once
#include <node_api.h>

#include "session.h"

namespace cotejo {

/** loadSavedModel(folder, tags separated by commas) → id */
napi_value load_saved_model(napi_env env, Session& session, napi_value folder, napi_value tags);
/** deleteSavedModel(id) */
napi_value delete_saved_model(napi_env env, Session& session, napi_value id);
/** runSavedModel(id, inputIds, "in:0,other:0", "out:0") → [{id, shape, dtype}] */
napi_value run_saved_model(napi_env env, Session& session, napi_value id, napi_value inputs, napi_value input_names,
                           napi_value output_names);

}  // namespace cotejo
