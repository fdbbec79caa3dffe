// What reading JSON costs at the least: simdjson's parse of each document alone, and with a string made of each string.
//
//     simdjson-scan FILE…     a line for each file, a document on each of its lines: CPU seconds of both

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <simdjson.h>

static double cpu_seconds() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

static size_t strings(simdjson::dom::element element) {
    size_t count = 0;
    // Held by name: a result that is a temporary would be gone before its elements are looked at.
    simdjson::dom::object object;
    simdjson::dom::array array;
    std::string_view text;
    if (!element.get(object)) {
        for (auto member : object) count += strings(member.value);
    } else if (!element.get(array)) {
        for (auto child : array) count += strings(child);
    } else if (!element.get(text)) {
        count += std::string(text).size();
    }
    return count;
}

int main(int argument_count, char **arguments) {
    simdjson::dom::parser parser;
    for (int file = 1; file < argument_count; file++) {
        std::ifstream input(arguments[file]);
        std::vector<simdjson::padded_string> documents;
        for (std::string line; std::getline(input, line);) documents.emplace_back(line);
        std::vector<double> times[2];
        size_t used = 0;
        for (int run = 0; run < 40; run++) {
            double start = cpu_seconds();
            for (auto &document : documents) {
                simdjson::dom::element element;
                if (parser.parse(document).get(element)) return 1;
                if (run % 2) used += strings(element);
            }
            times[run % 2].push_back(cpu_seconds() - start);
        }
        for (auto &list : times) std::sort(list.begin(), list.end());
        std::cout << times[0][10] << "\t" << times[1][10] << "\t" << used % 2 << "\n";
    }
}
