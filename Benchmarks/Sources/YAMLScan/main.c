// Pulls every event of YAML files out of libyaml and throws it away: the least that reading them can cost.
//
//     yaml-scan COUNT FILE…
//
// scans the files COUNT times, and prints the median of the CPU seconds that one time took.

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static double cpu_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/// Whether the text was read to its end.
static int scan(const unsigned char *bytes, size_t count) {
    yaml_parser_t parser;
    yaml_event_t event;
    if (!yaml_parser_initialize(&parser)) return 0;
    yaml_parser_set_input_string(&parser, bytes, count);
    int is_last = 0;
    while (!is_last) {
        if (!yaml_parser_parse(&parser, &event)) break;
        is_last = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return is_last;
}

static int compare(const void *first, const void *second) {
    double a = *(const double *)first, b = *(const double *)second;
    return (a > b) - (a < b);
}

struct text {
    unsigned char *bytes;
    size_t count;
};

/// Whether the file was read.
static int read_file(const char *path, struct text *text) {
    FILE *file = fopen(path, "rb");
    if (!file) return 0;
    if (fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        if (size >= 0 && (text->bytes = malloc((size_t)size + 1))) {
            text->count = fread(text->bytes, 1, (size_t)size, file);
        }
    }
    fclose(file);
    return text->bytes != NULL;
}

int main(int argument_count, char **arguments) {
    int runs = argument_count > 2 ? atoi(arguments[1]) : 0;
    if (runs < 1) {
        fprintf(stderr, "Usage: yaml-scan COUNT FILE…\n");
        return 2;
    }
    int file_count = argument_count - 2;
    char **paths = arguments + 2;
    struct text *texts = calloc((size_t)file_count, sizeof(struct text));
    double *times = calloc((size_t)runs, sizeof(double));
    if (!texts || !times) return 2;
    for (int file = 0; file < file_count; file++) {
        if (!read_file(paths[file], &texts[file])) {
            fprintf(stderr, "%s cannot be read\n", paths[file]);
            return 2;
        }
    }
    for (int run = 0; run < runs; run++) {
        double start = cpu_seconds();
        for (int file = 0; file < file_count; file++) {
            if (!scan(texts[file].bytes, texts[file].count)) {
                fprintf(stderr, "%s is not well-formed YAML\n", paths[file]);
                return 1;
            }
        }
        times[run] = cpu_seconds() - start;
    }
    qsort(times, (size_t)runs, sizeof(double), compare);
    printf("%.6f\n", times[runs / 2]);
    for (int file = 0; file < file_count; file++) free(texts[file].bytes);
    free(texts);
    free(times);
    return 0;
}
