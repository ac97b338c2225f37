// Attributes of operations: read from JavaScript's `{name, type, value}`, checked against the operation's signature,
// and set on an eager operation or on a graph node.
#pragma once
#include <node_api.h>

#include <string>
#include <variant>
#include <vector>

#include "op_registry.h"
#include "tensorflow.h"

namespace cotejo {

/** The dimensions of a shape attribute, told apart from a list of integers. */
struct ShapeValue {
  std::vector<int64_t> dims;
};
struct TypeValue {
  TF_DataType type;
};

struct Attribute {
  std::string name;
  std::variant<std::string, int64_t, float, bool, TypeValue, ShapeValue, std::vector<int64_t>, std::vector<float>,
               std::vector<unsigned char>, std::vector<TF_DataType>>
      value;
};

/**
 * @param op the operation's signature; nullptr for a captured function, which takes what TensorFlow takes
 * @throws std::invalid_argument naming the operation and the attribute
 */
std::vector<Attribute> read_attributes(napi_env env, napi_value array, const std::string& op_name,
                                       const OpSignature* op);

/**
 * How many of `total` inputs belong to each declared input of an operation. One list may leave its length to be worked
 * out from the others.
 * @throws std::invalid_argument when the count cannot be right: TensorFlow itself does not survive some of those
 */
std::vector<size_t> group_inputs(const std::string& op_name, const OpSignature& op,
                                 const std::vector<Attribute>& attributes, size_t total);

void set_attribute(TFE_Op* op, const Attribute& attribute);
void set_attribute(TF_OperationDescription* node, const Attribute& attribute);

}  // namespace cotejo
