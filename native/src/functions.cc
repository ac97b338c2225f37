#include "functions.h"

#include <stdexcept>

#include "attributes.h"
#include "guards.h"
#include "js.h"
#include "op_registry.h"

namespace cotejo {

namespace {

struct GraphDeleter {
  void operator()(TF_Graph* graph) const { tensorflow.TF_DeleteGraph(graph); }
};
struct FunctionDeleter {
  void operator()(TF_Function* function) const { tensorflow.TF_DeleteFunction(function); }
};

class GraphBuilder {
 public:
  GraphBuilder(napi_env env, Session& session, const std::string& name)
      : env_(env), session_(session), name_(name), graph_(tensorflow.TF_NewGraph()) {}

  void add_input(napi_value spec) {
    const int64_t dtype = read_integer(env_, property(env_, spec, "dtype"), "an input's dtype");
    const std::vector<int64_t> shape = read_integers(env_, property(env_, spec, "shape"), "an input's shape");
    if (dtype < 1 || dtype > 100) throw std::invalid_argument(name_ + ": an input's dtype is not a data type");
    if (shape.size() > 8) throw std::invalid_argument(name_ + ": an input has more than 8 dimensions");
    for (const int64_t dim : shape) {
      if (dim < 0) throw std::invalid_argument(name_ + ": an input has a negative dimension");
    }
    TF_OperationDescription* node = begin("Placeholder");
    tensorflow.TF_SetAttrType(node, "dtype", static_cast<TF_DataType>(dtype));
    tensorflow.TF_SetAttrShape(node, "shape", shape.data(), static_cast<int>(shape.size()));
    finish(node, "Placeholder");
    inputs_.push_back({nodes_.back(), 0});
    signature_.push_back({static_cast<TF_DataType>(dtype), shape});
  }

  void add_node(napi_value spec) {
    const napi_value constant = property(env_, spec, "constant");
    if (is_undefined(env_, constant)) {
      add_operation(spec);
    } else {
      add_constant(read_integer(env_, constant, "a constant's tensor id"));
    }
  }

  void set_outputs(napi_value pairs) { outputs_ = read_outputs(pairs, "its outputs"); }

  void define() {
    Status status;
    std::unique_ptr<TF_Function, FunctionDeleter> function(tensorflow.TF_GraphToFunction(
        graph_.get(), name_.c_str(), 0, -1, nullptr, static_cast<int>(inputs_.size()), inputs_.data(),
        static_cast<int>(outputs_.size()), outputs_.data(), nullptr, nullptr, nullptr, status.get()));
    status.check("defineFunction " + name_);
    tensorflow.TFE_ContextAddFunction(session_.context(), function.get(), status.get());
    status.check("defineFunction " + name_);
    session_.functions[name_] = {signature_, outputs_.size()};
  }

 private:
  TF_OperationDescription* begin(const char* op) {
    const std::string name = "n" + std::to_string(nodes_.size());
    return tensorflow.TF_NewOperation(graph_.get(), op, name.c_str());
  }

  // Ends the description in any case: TensorFlow frees it.
  void finish(TF_OperationDescription* node, const std::string& op) {
    Status status;
    TF_Operation* operation = tensorflow.TF_FinishOperation(node, status.get());
    status.check(name_ + ", node " + std::to_string(nodes_.size()) + " " + op);
    nodes_.push_back(operation);
  }

  void add_constant(int64_t id) {
    Status status;
    Tensor tensor(tensorflow.TFE_TensorHandleResolve(session_.tensor(id, name_ + ", a constant"), status.get()));
    status.check(name_ + ", a constant");
    TF_OperationDescription* node = begin("Const");
    tensorflow.TF_SetAttrType(node, "dtype", tensorflow.TF_TensorType(tensor.get()));
    tensorflow.TF_SetAttrTensor(node, "value", tensor.get(), status.get());
    finish(node, "Const");
    status.check(name_ + ", a constant");
  }

  void add_operation(napi_value spec) {
    const std::string op = read_string(env_, property(env_, spec, "op"), "a node's op");
    const OpSignature* signature = find_op(op);
    if (!signature) throw std::invalid_argument(name_ + ": TensorFlow has no operation '" + op + "'");
    const std::vector<Attribute> attributes = read_attributes(env_, property(env_, spec, "attrs"), op, signature);
    const std::vector<TF_Output> inputs = read_outputs(property(env_, spec, "inputs"), op);
    std::vector<int> ranks;
    for (const TF_Output& input : inputs) {
      Status status;
      ranks.push_back(tensorflow.TF_GraphGetTensorNumDims(graph_.get(), input, status.get()));
    }
    guard_ranks(op, attributes, ranks);
    const std::vector<size_t> groups = group_inputs(op, *signature, attributes, inputs.size());

    TF_OperationDescription* node = begin(op.c_str());
    size_t next = 0;
    for (size_t i = 0; i < groups.size(); i++) {
      const OpInput& input = signature->inputs[i];
      if (input.number_attribute.empty() && input.types_attribute.empty()) {
        tensorflow.TF_AddInput(node, inputs[next]);
      } else {
        tensorflow.TF_AddInputList(node, inputs.data() + next, static_cast<int>(groups[i]));
      }
      next += groups[i];
    }
    for (const Attribute& attribute : attributes) set_attribute(node, attribute);
    finish(node, op);
  }

  std::vector<TF_Output> read_outputs(napi_value pairs, const std::string& of) const {
    const std::vector<int64_t> numbers = read_integers(env_, pairs, "node outputs");
    if (numbers.size() % 2 != 0) throw std::invalid_argument(name_ + ": " + of + " must be pairs");
    std::vector<TF_Output> outputs;
    outputs.reserve(numbers.size() / 2);
    for (size_t i = 0; i < numbers.size(); i += 2) {
      const int64_t node = numbers[i];
      const int64_t index = numbers[i + 1];
      if (node < 0 || static_cast<uint64_t>(node) >= nodes_.size()) {
        throw std::invalid_argument(name_ + ": " + of + " names node " + std::to_string(node) + ", which is not there");
      }
      TF_Operation* operation = nodes_[static_cast<size_t>(node)];
      if (index < 0 || index >= tensorflow.TF_OperationNumOutputs(operation)) {
        throw std::invalid_argument(name_ + ": " + of + " names output " + std::to_string(index) + " of node " +
                                    std::to_string(node) + ", which is not there");
      }
      outputs.push_back({operation, static_cast<int>(index)});
    }
    return outputs;
  }

  napi_env env_;
  Session& session_;
  const std::string& name_;
  std::unique_ptr<TF_Graph, GraphDeleter> graph_;
  std::vector<TF_Operation*> nodes_;
  std::vector<TF_Output> inputs_;
  std::vector<CapturedFunction::Input> signature_;
  std::vector<TF_Output> outputs_;
};

void check_name(const std::string& name) {
  bool good = !name.empty() && name.size() <= 200;
  for (size_t i = 0; good && i < name.size(); i++) {
    const char c = name[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    good = letter || (i > 0 && ((c >= '0' && c <= '9') || c == '_'));
  }
  if (!good) throw std::invalid_argument("defineFunction: '" + name + "' is not a name: letters, digits, underscores");
}

}  // namespace

napi_value define_function(napi_env env, Session& session, napi_value name_value, napi_value body) {
  session.context();
  const std::string name = read_string(env, name_value, "defineFunction: name");
  check_name(name);
  if (find_op(name) || session.functions.count(name)) {
    throw std::invalid_argument("defineFunction: the name '" + name + "' is taken");
  }
  GraphBuilder graph(env, session, name);
  for_each(env, property(env, body, "inputs"), "inputs", [&](napi_value spec, uint32_t) { graph.add_input(spec); });
  for_each(env, property(env, body, "nodes"), "nodes", [&](napi_value spec, uint32_t) { graph.add_node(spec); });
  graph.set_outputs(property(env, body, "outputs"));
  graph.define();
  return make_undefined(env);
}

napi_value remove_function(napi_env env, Session& session, napi_value name_value) {
  session.context();
  const std::string name = read_string(env, name_value, "removeFunction: name");
  if (session.functions.erase(name) == 0) {
    throw std::invalid_argument("removeFunction: there is no captured function '" + name + "'");
  }
  Status status;
  tensorflow.TFE_ContextRemoveFunction(session.context(), name.c_str(), status.get());
  status.check("removeFunction " + name);
  return make_undefined(env);
}

}  // namespace cotejo
