#include "config_proto.h"

namespace cotejo {

namespace {

void append_varint(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>((value & 0x7f) | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

void append_number(std::string& out, int field, uint64_t value) {
  append_varint(out, static_cast<uint64_t>(field) << 3);
  append_varint(out, value);
}

void append_bytes(std::string& out, int field, const std::string& value) {
  append_varint(out, (static_cast<uint64_t>(field) << 3) | 2);
  append_varint(out, value.size());
  out += value;
}

// Field numbers of ConfigProto, GPUOptions and ConfigProto.device_count (a map<string, int32>).
constexpr int kDeviceCount = 1;
constexpr int kIntraOpThreads = 2;
constexpr int kInterOpThreads = 5;
constexpr int kGpuOptions = 6;
constexpr int kAllowGrowth = 4;
constexpr int kMapKey = 1;
constexpr int kMapValue = 2;

}  // namespace

std::string encode_config(const SessionOptions& options) {
  std::string config;
  if (options.cpu_only) {
    std::string entry;
    append_bytes(entry, kMapKey, "GPU");
    append_number(entry, kMapValue, 0);
    append_bytes(config, kDeviceCount, entry);
  }
  if (options.intra_op_threads > 0) append_number(config, kIntraOpThreads, options.intra_op_threads);
  if (options.inter_op_threads > 0) append_number(config, kInterOpThreads, options.inter_op_threads);
  if (options.memory_growth) {
    std::string gpu;
    append_number(gpu, kAllowGrowth, 1);
    append_bytes(config, kGpuOptions, gpu);
  }
  return config;
}

}  // namespace cotejo
