import Foundation
import Testing

/// Records in a data folder, from the command line.
@Suite struct DataFolderTests {
  private func made() throws -> Folder {
    let folder = Folder()
    let run = try Program.shell(
      """
      set -e
      "$anamnesis" init --data clinic
      for person in 1 2 3; do
        "$anamnesis" simulate person --seed $person --days 30 --output $person.ndjson > /dev/null
        "$anamnesis" append $person.ndjson --data clinic
      done
      """, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  @Test func `making a folder goes on where it was cut off, and replaces nothing`() throws {
    let run = try Program.shell(
      """
      for point in after-keys mid-migration:1 mid-migration:9 before-commit after-commit; do
        ANAMNESIS_FAULT=$point "$anamnesis" init --data "$point" > /dev/null 2>&1
        echo "killed $?"
        cp "$point/keys.json" kept.json
        "$anamnesis" init --data "$point" > /dev/null && "$anamnesis" verify --data "$point"
        cmp kept.json "$point/keys.json" && ls "$point" | grep -c unfinished
      done
      # Keys without the mark of an unfinished folder are somebody's.
      mkdir other; cp kept.json other/keys.json
      "$anamnesis" init --data other; echo "refused $?"
      "$anamnesis" init --data after-keys; echo "refused $?"
      """, in: Folder())
    #expect(run.lines.count { $0 == "killed 137" } == 5, "\(run.output)")
    #expect(run.lines.count { $0 == "Every row is as it was stored." } == 5, "\(run.errors)")
    #expect(run.lines.count { $0 == "0" } == 5)
    #expect(run.lines.count { $0 == "refused 64" } == 2)
  }

  @Test func `a record comes out as it went in`() throws {
    let folder = try made()
    let run = try Program.shell(
      """
      "$anamnesis" read --data clinic
      "$anamnesis" review 2.ndjson > before.txt
      "$anamnesis" read synthetic-2 --data clinic | "$anamnesis" review - > after.txt
      cmp before.txt after.txt && wc -l < after.txt
      """, in: folder)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.lines.prefix(3) == ["synthetic-1", "synthetic-2", "synthetic-3"])
    #expect(try #require(Int(run.lines[3].trimmingCharacters(in: .whitespaces))) > 20)
    let missing = try Program.run(["read", "nobody", "--data", "clinic"], in: folder)
    #expect(missing.status == 64 && missing.errors.contains("no such patient"))
  }

  @Test func `appending again stores nothing twice, and every use is in the trail`() throws {
    let folder = try made()
    let run = try Program.shell(
      """
      set -e
      "$anamnesis" append 1.ndjson --data clinic --acknowledge | sort -u | wc -l
      wc -l < 1.ndjson
      "$anamnesis" read synthetic-1 --data clinic --purpose audit > /dev/null
      "$anamnesis" audit trail synthetic-1 --data clinic
      "$anamnesis" verify --data clinic
      """, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.lines[0].trimmingCharacters(in: .whitespaces)
        == run.lines[1].trimmingCharacters(in: .whitespaces))
    #expect(run.lines[3].contains("audit") && run.lines[3].contains("trail"))
    #expect(run.lines[4].contains("audit") && run.lines[4].contains("read"))
    #expect(run.lines[5].contains("append"))
    #expect(run.output.contains("3 patients"))
    #expect(run.output.contains("Every row is as it was stored."))
  }

  @Test func `a backup is made, checked and restored, and never over records`() throws {
    let folder = try made()
    let run = try Program.shell(
      """
      set -e
      "$anamnesis" backup copy --data clinic
      "$anamnesis" backup verify copy --data clinic
      ! "$anamnesis" restore copy --data clinic
      mv clinic/records.db gone.db
      for turn in 1 2; do
        echo stale > clinic/records.db-wal
        "$anamnesis" restore copy --data clinic
        "$anamnesis" verify --data clinic
        cat clinic/records.db-wal-before-restore-of-* | grep -c stale
        rm clinic/records.db
      done
      """, in: folder)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.errors.contains("there are records already"))
    #expect(run.output.contains("Restored 3 patients"))
    #expect(run.lines.contains("1") && run.lines.last == "2", "no log is lost")
    let changed = try Program.shell(
      """
      printf x | dd of=copy/records.db bs=1 seek=9000 conv=notrunc > /dev/null
      "$anamnesis" backup verify copy --data clinic
      """, in: folder)
    #expect(changed.status == 64 && changed.errors.contains("was changed after it was made"))
    let foreign = try Program.shell(
      """
      "$anamnesis" init --data other && "$anamnesis" backup verify copy --data other
      """, in: folder)
    #expect(foreign.status == 64 && foreign.errors.contains("not signed with this key file"))
  }

  @Test func `an erased patient is gone, also after a restore`() throws {
    let folder = try made()
    let run = try Program.shell(
      """
      set -e
      "$anamnesis" backup copy --data clinic
      ! "$anamnesis" erase synthetic-2 --data clinic --confirm synthetic-3
      "$anamnesis" erase synthetic-2 --data clinic --confirm synthetic-2
      mv clinic/records.db gone.db
      "$anamnesis" restore copy --data clinic
      "$anamnesis" read --data clinic
      "$anamnesis" keys rotate --data clinic --destroy-older
      "$anamnesis" verify --data clinic
      """, in: folder)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.lines.contains("synthetic-1") && !run.lines.contains("synthetic-2"))
    let lines = try Program.shell(
      "\"$anamnesis\" append 2.ndjson --data clinic", in: folder)
    #expect(lines.status == 64 && lines.errors.contains("was erased"))
  }

  @Test func `damage is named, and the exit code tells`() throws {
    let folder = try made()
    let file = folder.file("clinic/records.db")
    var bytes = try Data(contentsOf: file)
    // Zeros over one page in the middle of what is stored.
    let middle = bytes.count / 8192 * 4096
    bytes.replaceSubrange(middle..<middle + 4096, with: Data(count: 4096))
    try bytes.write(to: file)
    let run = try Program.run(["verify", "--data", "clinic"], in: folder)
    #expect(run.status == 65 || run.status == 64, "\(run.output) \(run.errors)")
    #expect(run.output.contains("FAULT") || run.errors.contains("damaged"))
    #expect((run.output + run.errors).contains("estore"))
  }

  @Test func `what was acknowledged survives a kill at any moment`() throws {
    let folder = Folder()
    let run = try Program.shell(
      """
      set -e
      "$anamnesis" init --data clinic > /dev/null
      "$anamnesis" simulate person --seed 4 --days 200 --output record.ndjson > /dev/null
      : > acknowledged
      for delay in 0 0.01 0.03 0.05 0.1 0.2; do
        before=$(wc -c < acknowledged)
        "$anamnesis" append record.ndjson --data clinic --acknowledge --batch 1 >> acknowledged &
        writer=$!
        # Once it acknowledges, it is killed at any moment; it is given ten seconds to begin.
        for _ in $(seq 500); do
          if [ "$(wc -c < acknowledged)" -gt "$before" ]; then break; fi
          sleep 0.02
        done
        sleep $delay
        kill -9 $writer 2> /dev/null || true
        wait $writer 2> /dev/null || true
      done
      # A line that was cut off acknowledges nothing.
      grep -E '^.{36}$' acknowledged | sort -u > safe
      "$anamnesis" read synthetic-4 --data clinic | grep -oE '"id":"[^"]+"' | cut -d'"' -f4 | sort > stored
      comm -23 safe stored | wc -l
      sort stored | uniq -d | wc -l
      wc -l < safe
      "$anamnesis" verify --data clinic
      """, in: folder)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    let counts = run.lines.prefix(3).map { Int($0.trimmingCharacters(in: .whitespaces)) }
    #expect(counts[0] == 0, "acknowledged and lost")
    #expect(counts[1] == 0, "stored twice")
    #expect((counts[2] ?? 0) > 0, "nothing was acknowledged: the test shows nothing")
  }

  @Test func `what cannot be used is named`() throws {
    let folder = try made()
    let cases: [(String, String)] = [
      ("init --data clinic", "there are records already"),
      ("verify --data nowhere", "there is no key file"),
      ("verify --data nowhere --keys clinic/keys.json", "there are no records"),
      ("read synthetic-1 --data clinic --purpose because", "--purpose"),
      ("append 1.ndjson --data clinic --keys 1.ndjson", "1.ndjson"),
      ("append clinic/records.db --data clinic", "could not be read"),
      ("append 1.ndjson --data clinic --batch 0", "--batch"),
      ("restore nowhere --data elsewhere --keys clinic/keys.json", "there is no manifest"),
      ("backup clinic --data clinic", "there is something of that name"),
    ]
    for (line, word) in cases {
      let run = try Program.shell("chmod 600 *; \"$anamnesis\" \(line)", in: folder)
      #expect(run.status == 64 && run.errors.contains(word), "\(line): \(run.errors)")
    }
  }
}

/// The examination of a data folder.
@Suite struct DoctorCommandTests {
  @Test func `a new folder is in good order, and what is wrong is named with its cure`() throws {
    let folder = Folder()
    let run = try Program.shell(
      """
      "$anamnesis" init --data clinic > /dev/null && "$anamnesis" doctor --data clinic
      """, in: folder)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(
      run.output.contains("written through") && run.output.contains("no backup was ever made"))
    let open = try Program.shell(
      """
      "$anamnesis" backup copy --data clinic > /dev/null
      chmod 755 clinic
      "$anamnesis" doctor --data clinic
      """, in: folder)
    #expect(open.status == 65, "\(open.output) \(open.errors)")
    #expect(open.output.contains("chmod 700") && open.output.contains("0 hours old"))
  }
}
