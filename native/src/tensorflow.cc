#include "tensorflow.h"

#include <mutex>
#include <stdexcept>
#include <vector>

#include "adam.h"
#include "platform.h"

namespace cotejo {

TensorFlow tensorflow;

namespace {

std::mutex opening;
std::string opened_folder;

void* find_in(const std::vector<Library>& libraries, const char* symbol) {
  for (auto library = libraries.rbegin(); library != libraries.rend(); ++library) {
    if (void* address = library->find(symbol)) return address;
  }
  return nullptr;
}

}  // namespace

void open_tensorflow(const std::string& folder) {
  // Workers of one process share the libraries.
  std::lock_guard<std::mutex> lock(opening);
  if (opened_folder == folder) return;
  if (!opened_folder.empty()) {
    throw std::runtime_error("TensorFlow is already open from " + opened_folder + "; one process can hold one only");
  }

  std::vector<Library> libraries;
  for (const std::string& name : tensorflow_library_names()) {
    const std::string path = join_path(folder, name);
    if (!file_exists(path)) throw std::runtime_error("There is no " + name + " in " + folder);
    libraries.emplace_back(path);
  }

  TensorFlow found{};
  std::string missing;
#define X(result, name, parameters)                                                        \
  found.name = reinterpret_cast<result(*) parameters>(find_in(libraries, #name));          \
  if (!found.name) missing += missing.empty() ? #name : ", " #name;
  COTEJO_TENSORFLOW_FUNCTIONS(X)
#undef X
  if (!missing.empty()) {
    throw std::runtime_error("The TensorFlow library in " + folder + " lacks functions that are needed: " + missing);
  }
  tensorflow = found;
  opened_folder = folder;
  register_adam(libraries);
  keep_freed_memory();
}

std::string dtype_name(TF_DataType dtype) {
  switch (dtype) {
    case TF_FLOAT: return "float32";
    case TF_DOUBLE: return "float64";
    case TF_INT32: return "int32";
    case TF_UINT8: return "uint8";
    case TF_INT16: return "int16";
    case TF_INT8: return "int8";
    case TF_STRING: return "string";
    case TF_COMPLEX64: return "complex64";
    case TF_INT64: return "int64";
    case TF_BOOL: return "bool";
    case TF_RESOURCE: return "resource";
    case TF_VARIANT: return "variant";
    case TF_UINT64: return "uint64";
  }
  return "dtype " + std::to_string(static_cast<int>(dtype));
}

}  // namespace cotejo
