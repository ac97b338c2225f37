#include "execute.h"

#include <stdexcept>

#include "attributes.h"
#include "guards.h"
#include "js.h"
#include "op_registry.h"
#include "tensors.h"

namespace cotejo {

namespace {

constexpr int64_t kMostOutputs = 4096;

struct OpDeleter {
  void operator()(TFE_Op* op) const { tensorflow.TFE_DeleteOp(op); }
};
using Op = std::unique_ptr<TFE_Op, OpDeleter>;

Op new_op(Session& session, const std::string& name) {
  Status status;
  Op op(tensorflow.TFE_NewOp(session.context(), name.c_str(), status.get()));
  status.check(name);
  return op;
}

/** "MatMul(float32[2,3], float32[4,5])", for messages: made only when something failed. */
std::string describe_call(const Session& session, const std::string& name, const std::vector<int64_t>& ids) {
  constexpr size_t kMostShown = 8;
  std::string text = name + "(";
  for (size_t i = 0; i < ids.size(); i++) {
    if (i > 0) text += ", ";
    if (i == kMostShown) {
      text += "… " + std::to_string(ids.size() - i) + " more";
      break;
    }
    text += describe(session.tensor(ids[i], name));
  }
  return text + ")";
}

void add_inputs(const Session& session, TFE_Op* op, const std::string& name, const std::vector<int64_t>& ids) {
  Status status;
  for (const int64_t id : ids) {
    tensorflow.TFE_OpAddInput(op, session.tensor(id, name), status.get());
    if (!status.ok()) status.check(describe_call(session, name, ids));
  }
}

/** Takes over the results that TensorFlow gave back, whatever happens next. */
std::vector<Handle> execute(const Session& session, TFE_Op* op, const std::string& name,
                            const std::vector<int64_t>& ids, size_t most_outputs) {
  std::vector<TFE_TensorHandle*> results(most_outputs, nullptr);
  int count = static_cast<int>(most_outputs);
  Status status;
  tensorflow.TFE_Execute(op, results.data(), &count, status.get());
  if (!status.ok()) status.check(describe_call(session, name, ids));
  std::vector<Handle> handles;
  handles.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; i++) handles.emplace_back(results[static_cast<size_t>(i)]);
  return handles;
}

/** A captured function was made for these types and shapes; TensorFlow would run it on others, and fail or abort. */
void check_inputs(const Session& session, const std::string& name, const CapturedFunction& function,
                  const std::vector<int64_t>& ids) {
  if (ids.size() != function.inputs.size()) {
    throw std::invalid_argument(name + " takes " + std::to_string(function.inputs.size()) + " inputs, not " +
                                std::to_string(ids.size()));
  }
  for (size_t i = 0; i < ids.size(); i++) {
    TFE_TensorHandle* handle = session.tensor(ids[i], name);
    const CapturedFunction::Input& wanted = function.inputs[i];
    Status status;
    bool same = tensorflow.TFE_TensorHandleDataType(handle) == wanted.dtype &&
                tensorflow.TFE_TensorHandleNumDims(handle, status.get()) == static_cast<int>(wanted.shape.size());
    for (size_t d = 0; same && d < wanted.shape.size(); d++) {
      same = tensorflow.TFE_TensorHandleDim(handle, static_cast<int>(d), status.get()) == wanted.shape[d];
    }
    if (!same) {
      throw std::invalid_argument(name + ": input " + std::to_string(i) + " must be " +
                                  describe(wanted.dtype, wanted.shape) + ", not " + describe(handle));
    }
  }
}

}  // namespace

napi_value execute_op(napi_env env, Session& session, napi_value name_value, napi_value attributes_value,
                      napi_value inputs_value, napi_value output_count_value) {
  session.context();
  const std::string name = read_string(env, name_value, "executeOp: name");
  const OpSignature* signature = find_op(name);
  if (!signature && session.functions.find(name) == session.functions.end()) {
    throw std::invalid_argument("executeOp: TensorFlow has no operation '" + name + "'");
  }
  const std::vector<Attribute> attributes = read_attributes(env, attributes_value, name, signature);
  const std::vector<int64_t> ids = read_integers(env, inputs_value, "executeOp: input ids");
  const int64_t output_count = read_integer(env, output_count_value, "executeOp: output count");
  if (output_count < 0 || output_count > kMostOutputs) {
    throw std::invalid_argument(name + ": " + std::to_string(output_count) + " outputs are not possible");
  }

  if (signature) {
    group_inputs(name, *signature, attributes, ids.size());
    std::vector<TFE_TensorHandle*> handles;
    std::vector<int> ranks;
    Status status;
    for (const int64_t id : ids) {
      handles.push_back(session.tensor(id, name));
      ranks.push_back(tensorflow.TFE_TensorHandleNumDims(handles.back(), status.get()));
    }
    guard_ranks(name, attributes, ranks);
    guard_values(name, handles);
  } else {
    check_inputs(session, name, session.functions.at(name), ids);
  }

  Op op = new_op(session, name);
  add_inputs(session, op.get(), name, ids);
  for (const Attribute& attribute : attributes) set_attribute(op.get(), attribute);
  std::vector<Handle> outputs = execute(session, op.get(), name, ids, static_cast<size_t>(output_count));

  napi_value result;
  check(env, napi_create_array_with_length(env, outputs.size(), &result), name.c_str());
  for (size_t i = 0; i < outputs.size(); i++) {
    check(env, napi_set_element(env, result, static_cast<uint32_t>(i), tensor_info(env, session, std::move(outputs[i]))),
          name.c_str());
  }
  return result;
}

napi_value run_function(napi_env env, Session& session, napi_value name_value, napi_value inputs_value,
                        napi_value use_xla) {
  session.context();
  const std::string name = read_string(env, name_value, "runFunction: name");
  const auto function = session.functions.find(name);
  if (function == session.functions.end()) {
    throw std::invalid_argument("runFunction: there is no captured function '" + name + "'");
  }
  const std::vector<int64_t> ids = read_integers(env, inputs_value, "runFunction: input ids");
  check_inputs(session, name, function->second, ids);

  Op op = new_op(session, name);
  Status status;
  tensorflow.TFE_OpSetDevice(op.get(), session.device().name.c_str(), status.get());
  status.check(name);
  add_inputs(session, op.get(), name, ids);
  if (!is_undefined(env, use_xla) && read_bool(env, use_xla, "runFunction: useXla")) {
    tensorflow.TFE_OpSetAttrBool(op.get(), "_XlaMustCompile", 1);
  }
  std::vector<Handle> outputs = execute(session, op.get(), name, ids, function->second.outputs);

  std::vector<int64_t> output_ids;
  output_ids.reserve(outputs.size());
  for (Handle& output : outputs) output_ids.push_back(session.add(std::move(output)));
  return make_integers(env, output_ids);
}

}  // namespace cotejo
