#include "platform.h"

#include <stdexcept>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <dlfcn.h>
#include <sys/stat.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace cotejo {

#ifdef _WIN32

namespace {

std::wstring widen(const std::string& utf8) {
  const int length = MultiByteToWideChar(CP_UTF8, 0, utf8.c_str(), -1, nullptr, 0);
  std::wstring wide(length > 0 ? length - 1 : 0, L'\0');
  if (length > 1) MultiByteToWideChar(CP_UTF8, 0, utf8.c_str(), -1, wide.data(), length);
  return wide;
}

}  // namespace

Library::Library(const std::string& path) {
  // The altered search path lets the library find its companions beside itself.
  handle_ = LoadLibraryExW(widen(path).c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (!handle_) {
    throw std::runtime_error("Could not open " + path + ": Windows error " + std::to_string(GetLastError()));
  }
}

void* Library::find(const char* symbol) const {
  return reinterpret_cast<void*>(GetProcAddress(static_cast<HMODULE>(handle_), symbol));
}

const std::vector<std::string>& tensorflow_library_names() {
  // Windows wheels carry one library that exports the whole C API.
  static const std::vector<std::string> names = {"pywrap_tensorflow_common.dll"};
  return names;
}

const char* cuda_driver_name() { return "nvcuda.dll"; }

std::string join_path(const std::string& folder, const std::string& name) { return folder + "\\" + name; }

bool file_exists(const std::string& path) {
  return GetFileAttributesW(widen(path).c_str()) != INVALID_FILE_ATTRIBUTES;
}

#else

Library::Library(const std::string& path) {
  // Global, because TensorFlow's libraries look for each other's symbols.
  handle_ = dlopen(path.c_str(), RTLD_LAZY | RTLD_GLOBAL);
  if (!handle_) {
    const char* reason = dlerror();
    throw std::runtime_error("Could not open " + path + ": " + (reason ? reason : "unknown reason"));
  }
}

void* Library::find(const char* symbol) const { return dlsym(handle_, symbol); }

const std::vector<std::string>& tensorflow_library_names() {
#ifdef __APPLE__
  static const std::vector<std::string> names = {"libtensorflow_framework.2.dylib", "libtensorflow_cc.2.dylib"};
#else
  static const std::vector<std::string> names = {"libtensorflow_framework.so.2", "libtensorflow_cc.so.2"};
#endif
  return names;
}

const char* cuda_driver_name() { return "libcuda.so.1"; }

std::string join_path(const std::string& folder, const std::string& name) { return folder + "/" + name; }

bool file_exists(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0;
}

#endif

void keep_freed_memory() {
#ifdef __GLIBC__
  // Blocks above the first limit are mapped and unmapped one by one; free memory above the second goes back at once.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

}  // namespace cotejo
