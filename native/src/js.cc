#include "js.h"

#include <cmath>

namespace cotejo {

namespace {

const char* type_name(napi_env env, napi_value value) {
  napi_valuetype type;
  if (napi_typeof(env, value, &type) != napi_ok) return "something unreadable";
  switch (type) {
    case napi_undefined: return "undefined";
    case napi_null: return "null";
    case napi_boolean: return "a boolean";
    case napi_number: return "a number";
    case napi_string: return "a string";
    case napi_symbol: return "a symbol";
    case napi_object: return "an object";
    case napi_function: return "a function";
    case napi_external: return "an external";
    case napi_bigint: return "a bigint";
  }
  return "something unknown";
}

[[noreturn]] void expected(napi_env env, const char* name, const char* what, napi_value got) {
  throw std::invalid_argument(std::string(name) + " must be " + what + ", not " + type_name(env, got));
}

int64_t to_integer(double number, const char* name) {
  if (!(std::fabs(number) <= 9007199254740991.0) || number != std::floor(number)) {
    throw std::invalid_argument(std::string(name) + " must be an integer, not " + std::to_string(number));
  }
  return static_cast<int64_t>(number);
}

}  // namespace

void check(napi_env env, napi_status status, const char* what) {
  if (status == napi_ok) return;
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (pending) throw PendingException();
  const napi_extended_error_info* info = nullptr;
  napi_get_last_error_info(env, &info);
  const char* reason = info && info->error_message ? info->error_message : "unknown reason";
  throw std::runtime_error(std::string(what) + ": " + reason);
}

Arguments::Arguments(napi_env env, napi_callback_info info) {
  size_t count = kMost;
  check(env, napi_get_cb_info(env, info, &count, values_, nullptr, &data_), "Could not read the arguments");
}

std::string read_string(napi_env env, napi_value value, const char* name) {
  char small[256];
  size_t length = 0;
  if (napi_get_value_string_utf8(env, value, nullptr, 0, &length) != napi_ok) expected(env, name, "a string", value);
  if (length < sizeof small) {
    check(env, napi_get_value_string_utf8(env, value, small, sizeof small, &length), name);
    return std::string(small, length);
  }
  std::string text(length + 1, '\0');
  check(env, napi_get_value_string_utf8(env, value, &text[0], text.size(), &length), name);
  text.resize(length);
  return text;
}

double read_number(napi_env env, napi_value value, const char* name) {
  double number;
  if (napi_get_value_double(env, value, &number) != napi_ok) expected(env, name, "a number", value);
  return number;
}

int64_t read_integer(napi_env env, napi_value value, const char* name) {
  double number;
  if (napi_get_value_double(env, value, &number) != napi_ok) expected(env, name, "an integer", value);
  return to_integer(number, name);
}

bool read_bool(napi_env env, napi_value value, const char* name) {
  bool result;
  if (napi_get_value_bool(env, value, &result) != napi_ok) expected(env, name, "a boolean", value);
  return result;
}

bool is_array(napi_env env, napi_value value) {
  bool result = false;
  return napi_is_array(env, value, &result) == napi_ok && result;
}

bool is_undefined(napi_env env, napi_value value) {
  napi_valuetype type;
  return napi_typeof(env, value, &type) == napi_ok && (type == napi_undefined || type == napi_null);
}

std::vector<int64_t> read_integers(napi_env env, napi_value value, const char* name) {
  std::vector<int64_t> integers;
  bool typed = false;
  check(env, napi_is_typedarray(env, value, &typed), name);
  if (typed) {
    napi_typedarray_type type;
    size_t length;
    void* data;
    check(env, napi_get_typedarray_info(env, value, &type, &length, &data, nullptr, nullptr), name);
    integers.reserve(length);
    if (type == napi_int32_array) {
      for (size_t i = 0; i < length; i++) integers.push_back(static_cast<const int32_t*>(data)[i]);
    } else if (type == napi_float64_array) {
      for (size_t i = 0; i < length; i++) integers.push_back(to_integer(static_cast<const double*>(data)[i], name));
    } else {
      throw std::invalid_argument(std::string(name) + " must be an array, an Int32Array or a Float64Array");
    }
    return integers;
  }
  for_each(env, value, name, [&](napi_value element, uint32_t) { integers.push_back(read_integer(env, element, name)); });
  return integers;
}

void for_each(napi_env env, napi_value array, const char* name,
              const std::function<void(napi_value, uint32_t)>& each) {
  if (!is_array(env, array)) expected(env, name, "an array", array);
  uint32_t length = 0;
  check(env, napi_get_array_length(env, array, &length), name);
  for (uint32_t i = 0; i < length; i++) {
    // A scope each, or a long array would pile up handles until the call ends.
    napi_handle_scope scope;
    check(env, napi_open_handle_scope(env, &scope), name);
    napi_value element;
    const napi_status status = napi_get_element(env, array, i, &element);
    try {
      check(env, status, name);
      each(element, i);
    } catch (...) {
      napi_close_handle_scope(env, scope);
      throw;
    }
    napi_close_handle_scope(env, scope);
  }
}

napi_value property(napi_env env, napi_value object, const char* name) {
  napi_valuetype type;
  check(env, napi_typeof(env, object, &type), name);
  if (type != napi_object) {
    throw std::invalid_argument(std::string("expected an object with '") + name + "', not " + type_name(env, object));
  }
  napi_value value;
  check(env, napi_get_named_property(env, object, name, &value), name);
  return value;
}

napi_value make_number(napi_env env, double value) {
  napi_value result;
  check(env, napi_create_double(env, value, &result), "Could not make a number");
  return result;
}

napi_value make_string(napi_env env, const std::string& value) {
  napi_value result;
  check(env, napi_create_string_utf8(env, value.c_str(), value.size(), &result), "Could not make a string");
  return result;
}

napi_value make_integers(napi_env env, const std::vector<int64_t>& values) {
  napi_value result;
  check(env, napi_create_array_with_length(env, values.size(), &result), "Could not make an array");
  for (size_t i = 0; i < values.size(); i++) {
    check(env, napi_set_element(env, result, i, make_number(env, static_cast<double>(values[i]))),
          "Could not fill an array");
  }
  return result;
}

napi_value make_undefined(napi_env env) {
  napi_value result;
  check(env, napi_get_undefined(env, &result), "Could not make undefined");
  return result;
}

void set_property(napi_env env, napi_value object, const char* name, napi_value value) {
  check(env, napi_set_named_property(env, object, name, value), name);
}

}  // namespace cotejo
