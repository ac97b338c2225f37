#include "adam_update.h"

#include <algorithm>
#include <cmath>
#include <thread>
#include <vector>

// One binary for all processors: the loop is compiled for several instruction sets, and the loader picks.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__)
#define COTEJO_VECTOR_VARIANTS __attribute__((target_clones("avx512f", "avx2", "default"), optimize("O3")))
#else
#define COTEJO_VECTOR_VARIANTS
#endif

#ifdef _MSC_VER
#define COTEJO_RESTRICT __restrict
#else
#define COTEJO_RESTRICT __restrict__
#endif

namespace cotejo {

namespace {

COTEJO_VECTOR_VARIANTS
void update_range(const float* COTEJO_RESTRICT weight, const float* COTEJO_RESTRICT first,
                  const float* COTEJO_RESTRICT second, const float* COTEJO_RESTRICT gradient,
                  float* COTEJO_RESTRICT next_weight, float* COTEJO_RESTRICT next_first,
                  float* COTEJO_RESTRICT next_second, size_t count, AdamFactors f) {
  for (size_t i = 0; i < count; i++) {
    const float g = gradient[i];
    const float mean = first[i] + (g - first[i]) * f.rest1;
    const float square = second[i] + (g * g - second[i]) * f.rest2;
    next_first[i] = mean;
    next_second[i] = square;
    next_weight[i] = (weight[i] - weight[i] * f.decay) - mean * f.alpha / (std::sqrt(square) + f.epsilon);
  }
}

void update_slice(const AdamArrays& a, size_t begin, size_t end, const AdamFactors& factors) {
  update_range(a.weight + begin, a.first + begin, a.second + begin, a.gradient + begin, a.next_weight + begin,
               a.next_first + begin, a.next_second + begin, end - begin, factors);
}

// Below this a thread costs more than it saves.
constexpr size_t kElementsPerThread = size_t{1} << 18;
constexpr size_t kMostThreads = 8;

}  // namespace

void adam_update(const AdamArrays& arrays, size_t count, const AdamFactors& factors) {
  const size_t cores = std::max<size_t>(1, std::thread::hardware_concurrency());
  const size_t parts = std::max<size_t>(1, std::min({cores, kMostThreads, count / kElementsPerThread}));
  const size_t part = (count + parts - 1) / parts;
  std::vector<std::thread> threads;
  for (size_t i = 1; i < parts; i++) {
    threads.emplace_back(
        [&, i] { update_slice(arrays, std::min(count, i * part), std::min(count, (i + 1) * part), factors); });
  }
  update_slice(arrays, 0, std::min(count, part), factors);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace cotejo
