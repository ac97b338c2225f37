// An operation of our own: Adam's update of one weight in one pass over memory. TensorFlow's ApplyAdam works on
// variables; a captured step is a pure function of tensors, and composed of elementary operations the update of a large
// weight reads and writes it fourteen times. For the CPU; on a GPU the composed form is used.
#pragma once
#include <vector>

#include "platform.h"

namespace cotejo {

/**
 * Registers the operation CotejoAdam with TensorFlow:
 *   inputs weight, first, second, gradient: float of one shape; alpha, decay: float scalars
 *   attributes rest1, rest2 (1 - beta of each moment), epsilon: float
 *   outputs next_weight, next_first, next_second
 *
 *   next_first  = first + (gradient - first) rest1
 *   next_second = second + (gradient² - second) rest2
 *   next_weight = weight - weight decay - next_first alpha / (sqrt(next_second) + epsilon)
 *
 * @returns false where this TensorFlow has no C interface for operations; then there is no CotejoAdam
 */
bool register_adam(const std::vector<Library>& libraries);

}  // namespace cotejo
