// The addon's entry: `open(options)` starts TensorFlow and gives the binding that tfjs-node's kernels work with.
#include <node_api.h>

#include <climits>
#include <memory>
#include <vector>

#include "cuda_driver.h"
#include "execute.h"
#include "functions.h"
#include "js.h"
#include "op_registry.h"
#include "platform.h"
#include "saved_model.h"
#include "session.h"
#include "tensors.h"

namespace cotejo {

namespace {

/** The sessions of one JavaScript environment; they end with it. */
struct Environment {
  std::vector<std::unique_ptr<Session>> sessions;
};

template <typename Body>
napi_value with_session(napi_env env, napi_callback_info info, const Body& body) {
  return guarded(env, [&] {
    const Arguments arguments(env, info);
    return body(*static_cast<Session*>(arguments.data()), arguments);
  });
}

// One native function per method of the binding: reads its arguments and calls what does the work.
#define COTEJO_METHOD(name, call)                                                                        \
  napi_value name(napi_env env, napi_callback_info info) {                                               \
    return with_session(env, info, [&](Session& session, const Arguments& arguments) { return call; });  \
  }

COTEJO_METHOD(CreateTensor, create_tensor(env, session, arguments[0], arguments[1], arguments[2]))
COTEJO_METHOD(DeleteTensor, delete_tensor(env, session, arguments[0]))
COTEJO_METHOD(TensorDataSync, tensor_data(env, session, arguments[0]))
COTEJO_METHOD(ExecuteOp, execute_op(env, session, arguments[0], arguments[1], arguments[2], arguments[3]))
COTEJO_METHOD(DefineFunction, define_function(env, session, arguments[0], arguments[1]))
COTEJO_METHOD(RunFunction, run_function(env, session, arguments[0], arguments[1], arguments[2]))
COTEJO_METHOD(RemoveFunction, remove_function(env, session, arguments[0]))
COTEJO_METHOD(LoadSavedModel, load_saved_model(env, session, arguments[0], arguments[1]))
COTEJO_METHOD(DeleteSavedModel, delete_saved_model(env, session, arguments[0]))
COTEJO_METHOD(RunSavedModel, run_saved_model(env, session, arguments[0], arguments[1], arguments[2], arguments[3]))
COTEJO_METHOD(GetNumOfSavedModels, make_number(env, static_cast<double>(session.saved_models.size())))
COTEJO_METHOD(GetNumOfTensors, make_number(env, static_cast<double>(session.tensor_count())))

#undef COTEJO_METHOD

napi_value IsUsingGpuDevice(napi_env env, napi_callback_info info) {
  return with_session(env, info, [&](Session& session, const Arguments&) {
    napi_value result;
    check(env, napi_get_boolean(env, session.uses_gpu(), &result), "isUsingGpuDevice");
    return result;
  });
}

napi_value Close(napi_env env, napi_callback_info info) {
  return with_session(env, info, [&](Session& session, const Arguments&) {
    session.close();
    return make_undefined(env);
  });
}

struct Method {
  const char* name;
  napi_callback function;
};

constexpr Method kMethods[] = {
    {"createTensor", CreateTensor},
    {"deleteTensor", DeleteTensor},
    {"tensorDataSync", TensorDataSync},
    {"executeOp", ExecuteOp},
    {"defineFunction", DefineFunction},
    {"runFunction", RunFunction},
    {"removeFunction", RemoveFunction},
    {"loadSavedModel", LoadSavedModel},
    {"deleteSavedModel", DeleteSavedModel},
    {"runSavedModel", RunSavedModel},
    {"getNumOfSavedModels", GetNumOfSavedModels},
    {"getNumOfTensors", GetNumOfTensors},
    {"isUsingGpuDevice", IsUsingGpuDevice},
    {"close", Close},
};

struct Constant {
  const char* name;
  int value;
};

constexpr Constant kConstants[] = {
    {"TF_FLOAT", TF_FLOAT},
    {"TF_INT32", TF_INT32},
    {"TF_INT64", TF_INT64},
    {"TF_BOOL", TF_BOOL},
    {"TF_COMPLEX64", TF_COMPLEX64},
    {"TF_STRING", TF_STRING},
    {"TF_RESOURCE", TF_RESOURCE},
    {"TF_UINT8", TF_UINT8},
    {"TF_ATTR_STRING", TF_ATTR_STRING},
    {"TF_ATTR_INT", TF_ATTR_INT},
    {"TF_ATTR_FLOAT", TF_ATTR_FLOAT},
    {"TF_ATTR_BOOL", TF_ATTR_BOOL},
    {"TF_ATTR_TYPE", TF_ATTR_TYPE},
    {"TF_ATTR_SHAPE", TF_ATTR_SHAPE},
};

int read_threads(napi_env env, napi_value options, const char* name) {
  const napi_value value = property(env, options, name);
  if (is_undefined(env, value)) return 0;
  const int64_t threads = read_integer(env, value, name);
  if (threads < 0 || threads > 4096) throw std::invalid_argument(std::string(name) + " must be from 0 to 4096");
  return static_cast<int>(threads);
}

bool read_flag(napi_env env, napi_value options, const char* name, bool otherwise) {
  const napi_value value = property(env, options, name);
  return is_undefined(env, value) ? otherwise : read_bool(env, value, name);
}

napi_value make_devices(napi_env env, const Session& session) {
  napi_value devices;
  check(env, napi_create_array(env, &devices), "devices");
  uint32_t next = 0;
  for (const Device& device : session.devices()) {
    napi_value entry;
    check(env, napi_create_object(env, &entry), "devices");
    set_property(env, entry, "name", make_string(env, device.name));
    set_property(env, entry, "type", make_string(env, device.type));
    set_property(env, entry, "memoryBytes", make_number(env, static_cast<double>(device.memory_bytes)));
    check(env, napi_set_element(env, devices, next++, entry), "devices");
  }
  return devices;
}

napi_value make_binding(napi_env env, Session* session) {
  napi_value binding;
  check(env, napi_create_object(env, &binding), "open");
  for (const Method& method : kMethods) {
    napi_value function;
    check(env, napi_create_function(env, method.name, NAPI_AUTO_LENGTH, method.function, session, &function), "open");
    set_property(env, binding, method.name, function);
  }
  for (const Constant& constant : kConstants) {
    set_property(env, binding, constant.name, make_number(env, constant.value));
  }
  set_property(env, binding, "TF_Version", make_string(env, tensorflow.TF_Version()));
  napi_value fused_adam;
  check(env, napi_get_boolean(env, find_op("CotejoAdam") && !session->uses_gpu(), &fused_adam), "open");
  set_property(env, binding, "hasFusedAdam", fused_adam);
  set_property(env, binding, "devices", make_devices(env, *session));
  set_property(env, binding, "device", make_string(env, session->device().name));
  return binding;
}

/** open({folder, memoryGrowth, interOpThreads, intraOpThreads, cpuOnly}) → binding */
napi_value Open(napi_env env, napi_callback_info info) {
  return guarded(env, [&] {
    const Arguments arguments(env, info);
    const std::string folder = read_string(env, property(env, arguments[0], "folder"), "folder");
    SessionOptions options;
    options.memory_growth = read_flag(env, arguments[0], "memoryGrowth", true);
    options.cpu_only = read_flag(env, arguments[0], "cpuOnly", false);
    options.inter_op_threads = read_threads(env, arguments[0], "interOpThreads");
    options.intra_op_threads = read_threads(env, arguments[0], "intraOpThreads");
    auto* environment = static_cast<Environment*>(arguments.data());
    without_notices([&] {
      open_tensorflow(folder);
      environment->sessions.push_back(std::make_unique<Session>(options));
    });
    return make_binding(env, environment->sessions.back().get());
  });
}

/** cudaDriver() → {cudaVersion, cards: [{name, major, minor, memoryBytes}]}; needs no TensorFlow */
napi_value InspectCudaDriver(napi_env env, napi_callback_info) {
  return guarded(env, [&] {
    const CudaDriver driver = inspect_cuda_driver();
    napi_value result, cards;
    check(env, napi_create_object(env, &result), "cudaDriver");
    check(env, napi_create_array(env, &cards), "cudaDriver");
    uint32_t next = 0;
    for (const CudaCard& card : driver.cards) {
      napi_value entry;
      check(env, napi_create_object(env, &entry), "cudaDriver");
      set_property(env, entry, "name", make_string(env, card.name));
      set_property(env, entry, "major", make_number(env, card.major));
      set_property(env, entry, "minor", make_number(env, card.minor));
      set_property(env, entry, "memoryBytes", make_number(env, static_cast<double>(card.memory_bytes)));
      check(env, napi_set_element(env, cards, next++, entry), "cudaDriver");
    }
    set_property(env, result, "cudaVersion", make_number(env, driver.cuda_version));
    set_property(env, result, "cards", cards);
    return result;
  });
}

}  // namespace

}  // namespace cotejo

NAPI_MODULE_INIT() {
  using namespace cotejo;
  return guarded(env, [&] {
    auto* environment = new Environment();
    check(env,
          napi_add_env_cleanup_hook(
              env, [](void* data) { delete static_cast<Environment*>(data); }, environment),
          "Could not register the addon's end");
    napi_value open, driver;
    check(env, napi_create_function(env, "open", NAPI_AUTO_LENGTH, Open, environment, &open), "open");
    set_property(env, exports, "open", open);
    check(env, napi_create_function(env, "cudaDriver", NAPI_AUTO_LENGTH, InspectCudaDriver, nullptr, &driver),
          "cudaDriver");
    set_property(env, exports, "cudaDriver", driver);
    return exports;
  });
}
