// The signatures of TensorFlow's operations, read from the library itself: what a graph node's inputs are, and which
// attributes it has. They let a wrong call fail with a clear error before it reaches TensorFlow.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

namespace cotejo {

struct OpInput {
  std::string name;
  /** Name of the attribute that says how many tensors this input takes; empty for exactly one. */
  std::string number_attribute;
  /** Name of the attribute that lists their types; empty where they have one type. */
  std::string types_attribute;
};

struct OpSignature {
  std::vector<OpInput> inputs;
  /** Attribute name to its type as TensorFlow writes it: "int", "list(int)", "type", … */
  std::unordered_map<std::string, std::string> attributes;
  /** Attributes that have no default and do not follow from the inputs: a call must give them. */
  std::vector<std::string> required;
};

/** @returns the signature, or nullptr for a name that TensorFlow does not know. Parsed once per process. */
const OpSignature* find_op(const std::string& name);

}  // namespace cotejo
