// The few fields of TensorFlow's ConfigProto that we set, encoded by hand (tensorflow/core/protobuf/config.proto):
// it saves linking a protobuf library for a dozen bytes.
#pragma once
#include <string>

#include "session.h"

namespace cotejo {

/** @returns the serialized ConfigProto */
std::string encode_config(const SessionOptions& options);

}  // namespace cotejo
