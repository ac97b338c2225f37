#include "cuda_driver.h"

#include <stdexcept>

#include "platform.h"

namespace cotejo {
namespace {

// The driver API's stable C ABI (CUDA Driver API reference); CUresult, CUdevice and the attributes are ints.
using Init = int (*)(unsigned int);
using GetVersion = int (*)(int*);
using GetCount = int (*)(int*);
using GetDevice = int (*)(int*, int);
using GetName = int (*)(char*, int, int);
using GetAttribute = int (*)(int*, int, int);
using TotalMemory = int (*)(size_t*, int);
using GetErrorName = int (*)(int, const char**);

constexpr int kCapabilityMajor = 75;
constexpr int kCapabilityMinor = 76;

template <typename Function>
Function need(const Library& driver, const char* name) {
  void* found = driver.find(name);
  if (!found) throw std::runtime_error(std::string("NVIDIA's driver library has no ") + name);
  return reinterpret_cast<Function>(found);
}

}  // namespace

CudaDriver inspect_cuda_driver() {
  const Library driver(cuda_driver_name());
  const auto error_name = need<GetErrorName>(driver, "cuGetErrorName");
  const auto must = [&](int result, const char* call) {
    if (result == 0) return;
    const char* name = nullptr;
    error_name(result, &name);
    throw std::runtime_error(std::string(call) + ": " + (name ? name : "unknown error"));
  };

  CudaDriver found{};
  must(need<Init>(driver, "cuInit")(0), "cuInit");
  must(need<GetVersion>(driver, "cuDriverGetVersion")(&found.cuda_version), "cuDriverGetVersion");
  int count = 0;
  must(need<GetCount>(driver, "cuDeviceGetCount")(&count), "cuDeviceGetCount");
  const auto attribute = need<GetAttribute>(driver, "cuDeviceGetAttribute");
  for (int index = 0; index < count; index++) {
    int device = 0;
    char name[256] = "";
    CudaCard card{};
    must(need<GetDevice>(driver, "cuDeviceGet")(&device, index), "cuDeviceGet");
    must(need<GetName>(driver, "cuDeviceGetName")(name, sizeof name - 1, device), "cuDeviceGetName");
    must(attribute(&card.major, kCapabilityMajor, device), "cuDeviceGetAttribute");
    must(attribute(&card.minor, kCapabilityMinor, device), "cuDeviceGetAttribute");
    must(need<TotalMemory>(driver, "cuDeviceTotalMem_v2")(&card.memory_bytes, device), "cuDeviceTotalMem");
    card.name = name;
    found.cards.push_back(card);
  }
  return found;
}

}  // namespace cotejo
