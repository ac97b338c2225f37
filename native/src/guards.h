// Preconditions of operations that TensorFlow answers with an abort of the process instead of an error: found by
// native/test/fuzz.mjs.
#pragma once
#include <string>
#include <vector>

#include "attributes.h"

namespace cotejo {

/** @throws std::invalid_argument for windows (strides, ksize, dilations) that are no windows */
void guard_attributes(const std::string& op, const std::vector<Attribute>& attributes);

/**
 * @param ranks of the inputs; -1 where a graph does not know it
 * @throws std::invalid_argument for inputs that have too few or too many dimensions
 */
void guard_ranks(const std::string& op, const std::vector<Attribute>& attributes, const std::vector<int>& ranks);

/** @throws std::invalid_argument for inputs whose values are shapes and cannot be one. Eager calls only. */
void guard_values(const std::string& op, const std::vector<TFE_TensorHandle*>& inputs);

}  // namespace cotejo
