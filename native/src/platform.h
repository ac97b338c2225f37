// What differs between operating systems, and nothing else: dynamic libraries and the allocator.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace cotejo {

/** A dynamic library that stays open for the rest of the process: TensorFlow cannot be unloaded safely. */
class Library {
 public:
  /** @throws std::runtime_error that names the file and the loader's reason */
  explicit Library(const std::string& path);
  /** @returns the symbol's address, or nullptr */
  void* find(const char* symbol) const;

 private:
  void* handle_;
};

/** File names of TensorFlow's libraries in the order in which they must be opened; later ones need earlier ones. */
const std::vector<std::string>& tensorflow_library_names();

/** NVIDIA's driver library, which comes with the driver; nothing else of CUDA is needed to ask it. */
const char* cuda_driver_name();

/** `folder` + separator + `name`. */
std::string join_path(const std::string& folder, const std::string& name);

bool file_exists(const std::string& path);

/**
 * Lets the C allocator keep the memory of a step for the next one. A training step frees and takes the same tens of
 * megabytes again and again; by default glibc hands them back to the kernel and pays for every page once more.
 */
void keep_freed_memory();

/**
 * Runs `work`, and leaves out of what it writes to stderr the notices that TensorFlow prints before its own log level
 * can silence them. Warnings and errors pass. Where that cannot be done, everything passes.
 */
void without_notices(const std::function<void()>& work);

}  // namespace cotejo
