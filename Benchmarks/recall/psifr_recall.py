"""Runs one recall analysis in psifr and prints what each run took as one line of JSON.

    python psifr_recall.py ANALYSIS SET RUNS
    python psifr_recall.py export SET FOLDER

`export` writes the sample data of psifr in the form that our side reads. psifr is under the GPL: it
is called, and its data stay in the work folder.
"""
import json
import pathlib
import sys
import time

import numpy as np
from psifr import fr

EDGES = [0.1, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1.0]


def same(left, right):
    return left == right


class Recall:
    def __init__(self, name, sample):
        self.name = name
        self.raw = fr.sample_data(sample)
        keys = ["category"] if "category" in self.raw.columns else []
        self.data = fr.merge_free_recall(self.raw, study_keys=keys)
        if name.startswith("distance"):
            items, self.distances = fr.sample_distances(sample)
            self.data["item_index"] = fr.pool_index(self.data["item"], items)

    def run(self):
        data, name = self.data, self.name
        if name == "scoring":
            merged = fr.merge_free_recall(self.raw)
            first = merged[merged["study"] & merged["recall"] & (merged["repeat"] == 0)]
            return float(first["input"].sum())
        if name == "intrusions":
            return total(fr.pli_list_lag(data, 3)["per_list"])
        if name == "clustering":
            stats = fr.category_clustering(data, "category")
            return total(stats["lbc"]) + total(stats["arc"])
        if name == "pfr":
            table = fr.pnr(data)
            return total(table.query("output == 1")["prob"])
        if name.startswith("distance"):
            return self.by_distance()
        call = {
            "spc": lambda: fr.spc(data)["recall"],
            "pnr": lambda: fr.pnr(data)["prob"],
            "lag-crp": lambda: fr.lag_crp(data)["prob"],
            "lag-crp-within": lambda: fr.lag_crp(data, test_key="category", test=same)["prob"],
            "compound-lag-crp": lambda: fr.lag_crp_compound(data)["prob"],
            "input-crp": lambda: fr.input_crp(data)["prob"],
            "lag-rank": lambda: fr.lag_rank(data)["rank"],
            "category-crp": lambda: fr.category_crp(data, "category")["prob"],
        }[name]
        return total(call())

    def by_distance(self):
        data, distances = self.data, self.distances
        if self.name == "distance-crp":
            return total(fr.distance_crp(data, "item_index", distances, EDGES)["prob"])
        if self.name == "distance-rank":
            return total(fr.distance_rank(data, "item_index", distances)["rank"])
        if self.name == "distance-rank-shifted":
            return total(fr.distance_rank_shifted(data, "item_index", distances, 3)["rank"])
        return total(
            fr.distance_rank_window(data, "item_index", distances, [-1, 0, 1])["rank"])


def total(values):
    return float(np.nansum(values.astype(float)))


def export(sample, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    raw = fr.sample_data(sample)
    if "category" not in raw.columns:
        raw["category"] = "none"
    raw["category"] = raw["category"].fillna("")
    order = raw["trial_type"].map({"study": 0, "recall": 1})
    raw = raw.assign(order=order).sort_values(["subject", "list", "order", "position"])
    raw[["subject", "list", "trial_type", "item", "category"]].to_csv(
        folder / "events.tsv", sep="\t", header=False, index=False, quoting=3)
    if sample == "Morton2013":
        items, distances = fr.sample_distances(sample)
        (folder / "items.txt").write_text("\n".join(items) + "\n")
        np.ascontiguousarray(distances, dtype="<f8").tofile(folder / "distances.bin")


def main():
    if sys.argv[1] == "export":
        return export(sys.argv[2], sys.argv[3])
    job = Recall(sys.argv[1], sys.argv[2])
    wall, cpu = [], []
    for _ in range(int(sys.argv[3])):
        wall_start, cpu_start = time.perf_counter(), time.process_time()
        answer = job.run()
        wall.append(time.perf_counter() - wall_start)
        cpu.append(time.process_time() - cpu_start)
    print(json.dumps({"wall": wall, "cpu": cpu, "answer": answer}))


if __name__ == "__main__":
    import warnings
    warnings.simplefilter("ignore")
    main()
