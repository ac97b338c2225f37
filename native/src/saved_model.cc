#include "saved_model.h"

#include <cstdlib>
#include <stdexcept>

#include "js.h"
#include "tensors.h"

namespace cotejo {

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  size_t start = 0;
  while (start < text.size()) {
    const size_t comma = text.find(',', start);
    const size_t end = comma == std::string::npos ? text.size() : comma;
    if (end > start) parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

/** "dense/BiasAdd:0" names the first output of that operation. */
TF_Output find_output(TF_Graph* graph, const std::string& name) {
  const size_t colon = name.rfind(':');
  const std::string operation = name.substr(0, colon);
  const int index = colon == std::string::npos ? 0 : std::atoi(name.c_str() + colon + 1);
  TF_Operation* found = tensorflow.TF_GraphOperationByName(graph, operation.c_str());
  if (!found || index < 0 || index >= tensorflow.TF_OperationNumOutputs(found)) {
    throw std::invalid_argument("runSavedModel: the model has no tensor '" + name + "'");
  }
  return {found, index};
}

SavedModel& find_model(Session& session, int64_t id) {
  const auto found = session.saved_models.find(id);
  if (found == session.saved_models.end()) {
    throw std::invalid_argument("There is no saved model with id " + std::to_string(id));
  }
  return found->second;
}

}  // namespace

napi_value load_saved_model(napi_env env, Session& session, napi_value folder_value, napi_value tags_value) {
  session.context();
  const std::string folder = read_string(env, folder_value, "loadSavedModel: folder");
  const std::vector<std::string> tags = split(read_string(env, tags_value, "loadSavedModel: tags"));
  std::vector<const char*> tag_pointers;
  for (const std::string& tag : tags) tag_pointers.push_back(tag.c_str());

  Status status;
  TF_SessionOptions* options = tensorflow.TF_NewSessionOptions();
  tensorflow.TF_SetConfig(options, session.config().data(), session.config().size(), status.get());
  TF_Graph* graph = tensorflow.TF_NewGraph();
  TF_Session* loaded = tensorflow.TF_LoadSessionFromSavedModel(options, nullptr, folder.c_str(), tag_pointers.data(),
                                                               static_cast<int>(tag_pointers.size()), graph, nullptr,
                                                               status.get());
  tensorflow.TF_DeleteSessionOptions(options);
  if (!status.ok()) {
    tensorflow.TF_DeleteGraph(graph);
    status.check("loadSavedModel " + folder);
  }
  const int64_t id = session.next_saved_model++;
  session.saved_models[id] = {loaded, graph};
  return make_number(env, static_cast<double>(id));
}

napi_value delete_saved_model(napi_env env, Session& session, napi_value id_value) {
  session.context();
  const int64_t id = read_integer(env, id_value, "deleteSavedModel: id");
  const SavedModel model = find_model(session, id);
  session.saved_models.erase(id);
  Status status;
  tensorflow.TF_DeleteSession(model.session, status.get());
  tensorflow.TF_DeleteGraph(model.graph);
  status.check("deleteSavedModel");
  return make_undefined(env);
}

napi_value run_saved_model(napi_env env, Session& session, napi_value id_value, napi_value inputs_value,
                           napi_value input_names_value, napi_value output_names_value) {
  session.context();
  SavedModel& model = find_model(session, read_integer(env, id_value, "runSavedModel: id"));
  const std::vector<int64_t> ids = read_integers(env, inputs_value, "runSavedModel: input ids");
  const std::vector<std::string> input_names = split(read_string(env, input_names_value, "runSavedModel: inputs"));
  const std::vector<std::string> output_names = split(read_string(env, output_names_value, "runSavedModel: outputs"));
  if (ids.size() != input_names.size()) {
    throw std::invalid_argument("runSavedModel: " + std::to_string(input_names.size()) + " input names, but " +
                                std::to_string(ids.size()) + " tensors");
  }

  Status status;
  std::vector<TF_Output> inputs, outputs;
  std::vector<Tensor> held;
  std::vector<TF_Tensor*> values;
  for (size_t i = 0; i < ids.size(); i++) {
    inputs.push_back(find_output(model.graph, input_names[i]));
    held.emplace_back(tensorflow.TFE_TensorHandleResolve(session.tensor(ids[i], "runSavedModel"), status.get()));
    status.check("runSavedModel");
    values.push_back(held.back().get());
  }
  for (const std::string& name : output_names) outputs.push_back(find_output(model.graph, name));

  std::vector<TF_Tensor*> raw(outputs.size(), nullptr);
  tensorflow.TF_SessionRun(model.session, nullptr, inputs.data(), values.data(), static_cast<int>(inputs.size()),
                           outputs.data(), raw.data(), static_cast<int>(outputs.size()), nullptr, 0, nullptr,
                           status.get());
  std::vector<Tensor> results;
  for (TF_Tensor* tensor : raw) {
    if (tensor) results.emplace_back(tensor);
  }
  status.check("runSavedModel");

  napi_value array;
  check(env, napi_create_array_with_length(env, results.size(), &array), "runSavedModel");
  for (size_t i = 0; i < results.size(); i++) {
    Handle handle(tensorflow.TFE_NewTensorHandle(results[i].get(), status.get()));
    status.check("runSavedModel");
    check(env, napi_set_element(env, array, static_cast<uint32_t>(i), tensor_info(env, session, std::move(handle))),
          "runSavedModel");
  }
  return array;
}

}  // namespace cotejo
