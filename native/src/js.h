// Small wrappers over Node-API. Every reader checks what it was given and throws a C++ exception that `guarded` turns
// into a JavaScript Error, so that no wrong argument can reach TensorFlow.
#pragma once
#include <node_api.h>

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace cotejo {

/** A JavaScript exception is already pending; `guarded` leaves it as it is. */
struct PendingException {};

/** Throws for any Node-API status but `napi_ok`; `what` says what was being done. */
void check(napi_env env, napi_status status, const char* what);

/** The arguments of one call; missing ones are `undefined`. */
class Arguments {
 public:
  static constexpr size_t kMost = 4;
  Arguments(napi_env env, napi_callback_info info);
  napi_value operator[](size_t index) const { return values_[index]; }
  /** What the function was made with. */
  void* data() const { return data_; }

 private:
  napi_value values_[kMost];
  void* data_ = nullptr;
};

std::string read_string(napi_env env, napi_value value, const char* name);
/** An integer of at most 53 bits; a fraction, NaN or another type is an error. */
int64_t read_integer(napi_env env, napi_value value, const char* name);
double read_number(napi_env env, napi_value value, const char* name);
bool read_bool(napi_env env, napi_value value, const char* name);
bool is_array(napi_env env, napi_value value);
bool is_undefined(napi_env env, napi_value value);
/** A plain array of integers, or an Int32Array or Float64Array of them. */
std::vector<int64_t> read_integers(napi_env env, napi_value value, const char* name);
/** Calls `each` with every element of an array. */
void for_each(napi_env env, napi_value array, const char* name, const std::function<void(napi_value, uint32_t)>& each);
napi_value property(napi_env env, napi_value object, const char* name);

napi_value make_number(napi_env env, double value);
napi_value make_string(napi_env env, const std::string& value);
napi_value make_integers(napi_env env, const std::vector<int64_t>& values);
napi_value make_undefined(napi_env env);
void set_property(napi_env env, napi_value object, const char* name, napi_value value);

/** Runs the body of a native function; what it throws becomes a JavaScript Error. */
template <typename Body>
napi_value guarded(napi_env env, const Body& body) {
  try {
    return body();
  } catch (const PendingException&) {
  } catch (const std::bad_alloc&) {
    napi_throw_error(env, nullptr, "Out of memory in the TensorFlow addon");
  } catch (const std::exception& error) {
    napi_throw_error(env, nullptr, error.what());
  }
  return nullptr;
}

}  // namespace cotejo
