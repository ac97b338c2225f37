#include "op_registry.h"

#include <cstdint>
#include <memory>
#include <set>
#include <stdexcept>

#include "tensorflow.h"

namespace cotejo {

namespace {

using Registry = std::unordered_map<std::string, OpSignature>;

// Walks the fields of one serialized protobuf message; only what op_def.proto needs.
class Fields {
 public:
  Fields(const char* data, size_t size) : next_(data), end_(data + size) {}

  /** Moves to the next field. @returns false at the end. */
  bool advance() {
    if (next_ == end_) return false;
    const uint64_t key = varint();
    number_ = static_cast<int>(key >> 3);
    switch (key & 7) {
      case 0: varint(); break;
      case 1: skip(8); break;
      case 2: {
        const uint64_t size = varint();
        value_ = next_;
        skip(size);
        break;
      }
      case 5: skip(4); break;
      default: throw std::runtime_error("TensorFlow's list of operations could not be read");
    }
    return true;
  }

  int number() const { return number_; }
  std::string text() const { return std::string(value_, next_); }
  Fields message() const { return Fields(value_, static_cast<size_t>(next_ - value_)); }

 private:
  void skip(uint64_t size) {
    if (size > static_cast<uint64_t>(end_ - next_)) {
      throw std::runtime_error("TensorFlow's list of operations is cut off");
    }
    next_ += size;
  }

  uint64_t varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (next_ == end_) throw std::runtime_error("TensorFlow's list of operations is cut off");
      const auto byte = static_cast<unsigned char>(*next_++);
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw std::runtime_error("TensorFlow's list of operations could not be read");
  }

  const char* next_;
  const char* end_;
  const char* value_ = nullptr;
  int number_ = 0;
};

// Field numbers of OpList, OpDef, OpDef.ArgDef and OpDef.AttrDef.
constexpr int kListOp = 1;
constexpr int kOpName = 1;
constexpr int kOpInput = 2;
constexpr int kOpAttribute = 4;
constexpr int kArgName = 1;
constexpr int kArgTypeAttribute = 4;
constexpr int kArgNumberAttribute = 5;
constexpr int kArgTypesAttribute = 6;
constexpr int kAttributeName = 1;
constexpr int kAttributeType = 2;
constexpr int kAttributeDefault = 3;

OpInput parse_input(Fields fields, std::set<std::string>& inferred) {
  OpInput input;
  while (fields.advance()) {
    if (fields.number() == kArgTypeAttribute) inferred.insert(fields.text());
    if (fields.number() == kArgName) input.name = fields.text();
    if (fields.number() == kArgNumberAttribute) input.number_attribute = fields.text();
    if (fields.number() == kArgTypesAttribute) input.types_attribute = fields.text();
  }
  inferred.insert(input.number_attribute);
  inferred.insert(input.types_attribute);
  return input;
}

void parse_op(Fields fields, Registry& registry) {
  std::string name;
  OpSignature op;
  std::set<std::string> inferred;
  std::vector<std::string> without_default;
  while (fields.advance()) {
    if (fields.number() == kOpName) name = fields.text();
    if (fields.number() == kOpInput) op.inputs.push_back(parse_input(fields.message(), inferred));
    if (fields.number() == kOpAttribute) {
      std::string attribute, type;
      bool has_default = false;
      Fields parts = fields.message();
      while (parts.advance()) {
        if (parts.number() == kAttributeName) attribute = parts.text();
        if (parts.number() == kAttributeType) type = parts.text();
        if (parts.number() == kAttributeDefault) has_default = true;
      }
      op.attributes.emplace(attribute, type);
      if (!has_default) without_default.push_back(attribute);
    }
  }
  for (const std::string& attribute : without_default) {
    if (inferred.count(attribute) == 0) op.required.push_back(attribute);
  }
  registry.emplace(name, std::move(op));
}

Registry read_registry() {
  Registry registry;
  std::unique_ptr<TF_Buffer, void (*)(TF_Buffer*)> buffer(tensorflow.TF_GetAllOpList(), tensorflow.TF_DeleteBuffer);
  Fields list(static_cast<const char*>(buffer->data), buffer->length);
  while (list.advance()) {
    if (list.number() == kListOp) parse_op(list.message(), registry);
  }
  return registry;
}

}  // namespace

const OpSignature* find_op(const std::string& name) {
  static const Registry registry = read_registry();
  const auto found = registry.find(name);
  return found == registry.end() ? nullptr : &found->second;
}

}  // namespace cotejo
