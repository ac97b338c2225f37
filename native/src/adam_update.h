// The arithmetic of CotejoAdam, without TensorFlow.
#pragma once
#include <cstddef>

namespace cotejo {

struct AdamFactors {
  /** 1 - beta of each moment, rounded once: 1 - 0.999 computed in float32 is off by 1e-5 of itself. */
  float rest1;
  float rest2;
  float epsilon;
  /** The learning rate with the bias corrections in it. */
  float alpha;
  /** Decoupled weight decay times the learning rate. */
  float decay;
};

struct AdamArrays {
  const float* weight;
  const float* first;
  const float* second;
  const float* gradient;
  float* next_weight;
  float* next_first;
  float* next_second;
};

/** Updates `count` elements, on several threads where that pays. */
void adam_update(const AdamArrays& arrays, size_t count, const AdamFactors& factors);

}  // namespace cotejo
