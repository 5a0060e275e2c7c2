// The library as a C++ program uses it: the handle belongs to an object, and goes with it.
//
//   use_cc INPUT OUT REPORT    as use_c
#include "sastra.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace
{

bool failed = false;

void check(bool good, const char *name)
{
    std::printf("%s %s\n", good ? "ok" : "not ok", name);
    failed = failed || !good;
}

struct Complaint {
    std::string file, code, text;
    unsigned line;
};

class Folder
{
  public:
    Folder(const std::string &input, const std::string &output)
    {
        sastra_options options = SASTRA_OPTIONS;
        options.input = input.c_str();
        options.output = output.c_str();
        struct sastra *handle = nullptr;
        status = sastra_open(&options, &handle);
        folder.reset(handle);
        if (!folder) throw std::runtime_error("no memory");
    }

    void build(const std::vector<const char *> &names = {})
    {
        status = sastra_build(folder.get(), names.data(), names.size());
        if (status > SASTRA_TOLD)
            throw std::runtime_error(complaints().empty() ? "" : complaints().front().text);
    }

    std::vector<std::string> documents() const
    {
        std::vector<std::string> all;
        sastra_document d{};
        d.size = sizeof d;
        for (size_t i = 0; sastra_document_at(folder.get(), i, &d) == SASTRA_GOOD; i++) all.emplace_back(d.name);
        return all;
    }

    std::vector<Complaint> complaints() const
    {
        std::vector<Complaint> all;
        sastra_complaint c{};
        c.size = sizeof c;
        for (size_t i = 0; sastra_complaint_at(folder.get(), i, SASTRA_EN, &c) == SASTRA_GOOD; i++)
            all.push_back({c.file, c.code, c.text, c.line});
        return all;
    }

    sastra_status status;

  private:
    struct Close {
        void operator()(struct sastra *s) const
        {
            sastra_close(s);
        }
    };
    std::unique_ptr<struct sastra, Close> folder;
};

std::string bytes(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) return 2;
    const std::string input = argv[1], report = bytes(argv[3]);
    const std::filesystem::path out = argv[2];
    {
        Folder folder(input, out / "cc");
        check(!folder.documents().empty() && folder.documents().front() == "report", "documents, as strings");
        folder.build();
        check(!report.empty() && bytes(out / "cc" / "report.pdf") == report, "the report is the program's");
        check(!folder.complaints().empty() && !folder.complaints().front().code.empty(),
              "complaints, as objects");
        Folder moved = std::move(folder);
        check(!moved.documents().empty(), "a folder moves to another owner");
    }
    std::vector<std::thread> threads;
    for (const char *name : {"cc-1", "cc-2"})
        threads.emplace_back([&, name] { Folder(input, out / name).build({"report"}); });
    for (auto &t : threads) t.join();
    check(bytes(out / "cc-1" / "report.pdf") == report && bytes(out / "cc-2" / "report.pdf") == report,
          "two threads with a folder each");
    bool thrown = false;
    try {
        Folder(std::string("no such folder"), out / "none").build();
    } catch (const std::runtime_error &e) {
        thrown = *e.what() != 0;
    }
    check(thrown && !std::filesystem::exists(out / "none"),
          "what is wrong is thrown by the caller, not by the library");
    return failed;
}
