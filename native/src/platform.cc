#include "platform.h"

#include <cctype>
#include <cstdio>
#include <stdexcept>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>
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

void without_notices(const std::function<void()>& work) { work(); }

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

namespace {

/** "I0000 00:00:…" is a log line of level INFO. */
bool is_notice(const std::string& line) {
  if (line.find("before absl::InitializeLog()") != std::string::npos) return true;
  if (line.size() < 5 || line[0] != 'I') return false;
  for (int i = 1; i < 5; i++) {
    if (!std::isdigit(static_cast<unsigned char>(line[static_cast<size_t>(i)]))) return false;
  }
  return true;
}

/** While it lives, stderr goes into a file; then what is no notice goes where it belongs. */
class HeldStderr {
 public:
  HeldStderr() : file_(std::tmpfile()), stderr_(file_ ? dup(STDERR_FILENO) : -1) {
    if (stderr_ >= 0) dup2(fileno(file_), STDERR_FILENO);
  }
  HeldStderr(const HeldStderr&) = delete;
  HeldStderr& operator=(const HeldStderr&) = delete;
  ~HeldStderr() {
    if (stderr_ >= 0) {
      dup2(stderr_, STDERR_FILENO);
      close(stderr_);
      forward();
    }
    if (file_) std::fclose(file_);
  }

 private:
  void forward() {
    std::rewind(file_);
    std::string line;
    for (int c = std::fgetc(file_); c != EOF; c = std::fgetc(file_)) {
      line.push_back(static_cast<char>(c));
      if (c == '\n') pass(line);
    }
    if (!line.empty()) pass(line);
  }

  void pass(std::string& line) {
    if (!is_notice(line)) std::fputs(line.c_str(), stderr);
    line.clear();
  }

  std::FILE* file_;
  int stderr_;
};

}  // namespace

void without_notices(const std::function<void()>& work) {
  const HeldStderr held;
  work();
}

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
