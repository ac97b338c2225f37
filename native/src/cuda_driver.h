// What NVIDIA's driver library says of this machine, asked without CUDA and without TensorFlow: installing the CUDA
// pack and the doctor must know the driver and the cards before anything is downloaded.
#pragma once
#include <string>
#include <vector>

namespace cotejo {

struct CudaCard {
  std::string name;
  int major;
  int minor;
  size_t memory_bytes;
};

struct CudaDriver {
  /** The newest CUDA that the driver can run, as the driver gives it: 1000 × major + 10 × minor. */
  int cuda_version;
  std::vector<CudaCard> cards;
};

/** @throws std::runtime_error: no driver library, or the driver refuses (its own error name is in the message) */
CudaDriver inspect_cuda_driver();

}  // namespace cotejo
