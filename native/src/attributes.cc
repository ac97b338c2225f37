#include "attributes.h"

#include <limits>
#include <stdexcept>

#include "js.h"
#include "session.h"

namespace cotejo {

namespace {

const char* scalar_type(int type) {
  switch (type) {
    case TF_ATTR_STRING: return "string";
    case TF_ATTR_INT: return "int";
    case TF_ATTR_FLOAT: return "float";
    case TF_ATTR_BOOL: return "bool";
    case TF_ATTR_TYPE: return "type";
    case TF_ATTR_SHAPE: return "shape";
  }
  return nullptr;
}

// The real dtypes end well below; reference types are these plus 100.
TF_DataType read_dtype(napi_env env, napi_value value, const char* name) {
  const int64_t type = read_integer(env, value, name);
  if (type < 1 || type > 200) {
    throw std::invalid_argument(std::string(name) + ": " + std::to_string(type) + " is not a data type");
  }
  return static_cast<TF_DataType>(type);
}

template <typename Value, typename Read>
std::vector<Value> read_list(napi_env env, napi_value array, const char* name, const Read& read) {
  std::vector<Value> values;
  for_each(env, array, name, [&](napi_value element, uint32_t) { values.push_back(read(element)); });
  return values;
}

Attribute read_value(napi_env env, const std::string& name, int type, napi_value value) {
  const char* label = name.c_str();
  const bool list = type != TF_ATTR_SHAPE && is_array(env, value);
  switch (type) {
    case TF_ATTR_STRING: return {name, read_string(env, value, label)};
    case TF_ATTR_INT:
      if (list) return {name, read_integers(env, value, label)};
      return {name, read_integer(env, value, label)};
    case TF_ATTR_FLOAT: {
      const auto read = [&](napi_value v) { return static_cast<float>(read_number(env, v, label)); };
      if (list) return {name, read_list<float>(env, value, label, read)};
      return {name, read(value)};
    }
    case TF_ATTR_BOOL: {
      if (list) {
        return {name, read_list<unsigned char>(env, value, label, [&](napi_value v) -> unsigned char {
                  return read_bool(env, v, label) ? 1 : 0;
                })};
      }
      return {name, read_bool(env, value, label)};
    }
    case TF_ATTR_TYPE: {
      const auto read = [&](napi_value v) { return read_dtype(env, v, label); };
      if (list) return {name, read_list<TF_DataType>(env, value, label, read)};
      return {name, TypeValue{read(value)}};
    }
    case TF_ATTR_SHAPE: {
      ShapeValue shape{read_integers(env, value, label)};
      for (const int64_t dim : shape.dims) {
        if (dim < -1 || dim > std::numeric_limits<int32_t>::max()) {
          throw std::invalid_argument(name + ": " + std::to_string(dim) + " is not a dimension");
        }
      }
      if (shape.dims.size() > 8) throw std::invalid_argument(name + ": more than 8 dimensions");
      return {name, shape};
    }
  }
  throw std::invalid_argument(name + ": attribute type " + std::to_string(type) + " is not supported");
}

void check_signature(const OpSignature& op, const std::string& name, int type, bool list) {
  const auto declared = op.attributes.find(name);
  if (declared == op.attributes.end()) throw std::invalid_argument("it has no attribute '" + name + "'");
  const char* scalar = scalar_type(type);
  const std::string given = list ? "list(" + std::string(scalar ? scalar : "?") + ")" : scalar ? scalar : "?";
  if (declared->second != given) {
    throw std::invalid_argument("attribute '" + name + "' is a " + declared->second + ", not a " + given);
  }
}

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

std::vector<Attribute> read_attributes(napi_env env, napi_value array, const std::string& op_name,
                                       const OpSignature* op) {
  std::vector<Attribute> attributes;
  try {
    for_each(env, array, "attributes", [&](napi_value object, uint32_t) {
      const std::string name = read_string(env, property(env, object, "name"), "an attribute's name");
      const int64_t type = read_integer(env, property(env, object, "type"), "an attribute's type");
      const napi_value value = property(env, object, "value");
      if (type < 0 || type > TF_ATTR_SHAPE) throw std::invalid_argument(name + ": unknown attribute type");
      if (op) check_signature(*op, name, static_cast<int>(type), type != TF_ATTR_SHAPE && is_array(env, value));
      attributes.push_back(read_value(env, name, static_cast<int>(type), value));
    });
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(op_name + ": " + error.what());
  }
  return attributes;
}

int64_t find_integer(const std::vector<Attribute>& attributes, const std::string& name) {
  for (const Attribute& attribute : attributes) {
    if (attribute.name != name) continue;
    if (const int64_t* value = std::get_if<int64_t>(&attribute.value)) return *value;
  }
  return -1;
}

void set_attribute(TFE_Op* op, const Attribute& attribute) {
  const char* name = attribute.name.c_str();
  const auto& tf = tensorflow;
  std::visit(Overloaded{
                 [&](const std::string& v) { tf.TFE_OpSetAttrString(op, name, v.data(), v.size()); },
                 [&](int64_t v) { tf.TFE_OpSetAttrInt(op, name, v); },
                 [&](float v) { tf.TFE_OpSetAttrFloat(op, name, v); },
                 [&](bool v) { tf.TFE_OpSetAttrBool(op, name, v ? 1 : 0); },
                 [&](TypeValue v) { tf.TFE_OpSetAttrType(op, name, v.type); },
                 [&](const ShapeValue& v) {
                   Status status;
                   tf.TFE_OpSetAttrShape(op, name, v.dims.data(), static_cast<int>(v.dims.size()), status.get());
                   status.check(attribute.name);
                 },
                 [&](const std::vector<int64_t>& v) {
                   tf.TFE_OpSetAttrIntList(op, name, v.data(), static_cast<int>(v.size()));
                 },
                 [&](const std::vector<float>& v) {
                   tf.TFE_OpSetAttrFloatList(op, name, v.data(), static_cast<int>(v.size()));
                 },
                 [&](const std::vector<unsigned char>& v) {
                   tf.TFE_OpSetAttrBoolList(op, name, v.data(), static_cast<int>(v.size()));
                 },
                 [&](const std::vector<TF_DataType>& v) {
                   tf.TFE_OpSetAttrTypeList(op, name, v.data(), static_cast<int>(v.size()));
                 },
             },
             attribute.value);
}

void set_attribute(TF_OperationDescription* node, const Attribute& attribute) {
  const char* name = attribute.name.c_str();
  const auto& tf = tensorflow;
  std::visit(
      Overloaded{
          [&](const std::string& v) { tf.TF_SetAttrString(node, name, v.data(), v.size()); },
          [&](int64_t v) { tf.TF_SetAttrInt(node, name, v); },
          [&](float v) { tf.TF_SetAttrFloat(node, name, v); },
          [&](bool v) { tf.TF_SetAttrBool(node, name, v ? 1 : 0); },
          [&](TypeValue v) { tf.TF_SetAttrType(node, name, v.type); },
          [&](const ShapeValue& v) { tf.TF_SetAttrShape(node, name, v.dims.data(), static_cast<int>(v.dims.size())); },
          [&](const std::vector<int64_t>& v) {
            tf.TF_SetAttrIntList(node, name, v.data(), static_cast<int>(v.size()));
          },
          [&](const std::vector<float>& v) {
            tf.TF_SetAttrFloatList(node, name, v.data(), static_cast<int>(v.size()));
          },
          [&](const std::vector<unsigned char>& v) {
            tf.TF_SetAttrBoolList(node, name, v.data(), static_cast<int>(v.size()));
          },
          [&](const std::vector<TF_DataType>& v) {
            tf.TF_SetAttrTypeList(node, name, v.data(), static_cast<int>(v.size()));
          },
      },
      attribute.value);
}

}  // namespace cotejo
