#include "attributes.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "guards.h"
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

void check_required(const std::string& op_name, const OpSignature& op, const std::vector<Attribute>& attributes) {
  for (const std::string& required : op.required) {
    const auto is_it = [&](const Attribute& attribute) { return attribute.name == required; };
    if (std::none_of(attributes.begin(), attributes.end(), is_it)) {
      throw std::invalid_argument(op_name + ": attribute '" + required + "' is missing");
    }
  }
}

/** Tensors that one declared input takes: 1, what an attribute says, or -1 where nothing says it. */
int64_t list_length(const OpInput& input, const std::vector<Attribute>& attributes) {
  if (input.number_attribute.empty() && input.types_attribute.empty()) return 1;
  for (const Attribute& attribute : attributes) {
    if (attribute.name == input.number_attribute) {
      const int64_t* number = std::get_if<int64_t>(&attribute.value);
      if (number && *number >= 0) return *number;
    } else if (attribute.name == input.types_attribute) {
      if (const auto* types = std::get_if<std::vector<TF_DataType>>(&attribute.value)) {
        return static_cast<int64_t>(types->size());
      }
    }
  }
  return -1;
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
  if (op) check_required(op_name, *op, attributes);
  guard_attributes(op_name, attributes);
  return attributes;
}

std::vector<size_t> group_inputs(const std::string& op_name, const OpSignature& op,
                                 const std::vector<Attribute>& attributes, size_t total) {
  constexpr size_t kNone = static_cast<size_t>(-1);
  std::vector<size_t> groups;
  size_t known = 0;
  size_t open = kNone;
  for (const OpInput& input : op.inputs) {
    const int64_t length = list_length(input, attributes);
    if (length < 0) {
      if (open != kNone) throw std::invalid_argument(op_name + ": the lengths of its input lists are not known");
      open = groups.size();
      groups.push_back(0);
      continue;
    }
    // A length that cannot be right must not overflow the sum below.
    if (static_cast<uint64_t>(length) > total) throw std::invalid_argument(op_name + " got too few inputs");
    groups.push_back(static_cast<size_t>(length));
    known += static_cast<size_t>(length);
  }
  if (open != kNone && known <= total) {
    groups[open] = total - known;
  } else if (known != total) {
    throw std::invalid_argument(op_name + " takes " + std::to_string(known) + " inputs, not " + std::to_string(total));
  }
  return groups;
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
