// Checks a log with the code of the Go checksum database, knowing nothing of ours. Its argument is
// a folder as log-folder.ts describes. Ends with 0, or says what it refused and why.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

type folder string

func (f folder) read(path string) ([]byte, error) {
	return os.ReadFile(filepath.Join(string(f), filepath.FromSlash(path)))
}

func (f folder) tile(level string, t tlog.Tile) ([]byte, error) {
	// Ours: tile/<level>/<place>. Those of Go have the height of a tile in between.
	place := strings.SplitN(t.Path(), "/", 4)[3]
	return f.read("tile/" + level + "/" + place)
}

func (f folder) Height() int { return tileHeight }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := f.tile(strconv.Itoa(t.L), t)
		if err != nil {
			return nil, err
		}
		if len(data) != t.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", t.Path(), len(data))
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

func openCheckpoint(text []byte, verifier note.Verifier) (tlog.Tree, error) {
	var tree tlog.Tree
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, errors.New("not a checkpoint of this log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// leaves reads all bundles and holds every leaf to the tiles, which are held to the root.
func leaves(f folder, tree tlog.Tree) ([][]byte, error) {
	var all [][]byte
	for n := int64(0); int64(len(all)) < tree.N; n++ {
		t := tlog.Tile{H: tileHeight, L: 0, N: n, W: 1 << tileHeight}
		if rest := tree.N - int64(len(all)); rest < int64(t.W) {
			t.W = int(rest)
		}
		bundle, err := f.tile("entries", t)
		if err != nil {
			return nil, err
		}
		for i := 0; i < t.W; i++ {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return nil, errors.New("a bundle is cut off")
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			all = append(all, bundle[2:end])
			bundle = bundle[end:]
		}
		if len(bundle) > 0 {
			return nil, errors.New("a bundle is too long")
		}
	}
	reader := tlog.TileHashReader(tree, f)
	for n, leaf := range all {
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(n))})
		if err != nil {
			return nil, err
		}
		if hashes[0] != tlog.RecordHash(leaf) {
			return nil, fmt.Errorf("leaf %d is not what the tree has", n)
		}
	}
	return all, nil
}

func checkGrowth(f folder, old, tree tlog.Tree) error {
	text, err := f.read(fmt.Sprintf("consistency/%d", old.N))
	if err != nil {
		return err
	}
	hashes, err := parseHashes(strings.Fields(string(text)))
	if err != nil {
		return err
	}
	return tlog.CheckTree(hashes, tree.N, tree.Hash, old.N, old.Hash)
}

func checkProof(text []byte, index int64, leaf []byte, verifier note.Verifier) error {
	parts := bytes.SplitN(text, []byte("\n\n"), 2)
	if len(parts) != 2 {
		return errors.New("no checkpoint in the proof")
	}
	tree, err := openCheckpoint(parts[1], verifier)
	if err != nil {
		return err
	}
	lines := strings.Split(string(parts[0]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		if _, err := base64.StdEncoding.DecodeString(lines[0][len("extra "):]); err != nil {
			return err
		}
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("the proof is of no place")
	}
	claimed, err := strconv.ParseInt(lines[0][len("index "):], 10, 64)
	if err != nil {
		return err
	}
	hashes, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(hashes, tree.N, tree.Hash, claimed, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	if claimed != index {
		return errors.New("the proof is of another place")
	}
	return nil
}

func numbersIn(f folder, sub, suffix string) ([]int64, error) {
	entries, err := os.ReadDir(filepath.Join(string(f), sub))
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, entry := range entries {
		n, err := strconv.ParseInt(strings.TrimSuffix(entry.Name(), suffix), 10, 64)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 0 {
		return nil, fmt.Errorf("nothing in %s", sub)
	}
	return numbers, nil
}

func checkCheckpoints(f folder, tree tlog.Tree, verifier note.Verifier) error {
	sizes, err := numbersIn(f, "checkpoints", "")
	if err != nil {
		return err
	}
	for _, size := range sizes {
		text, err := f.read(fmt.Sprintf("checkpoints/%d", size))
		if err != nil {
			return err
		}
		old, err := openCheckpoint(text, verifier)
		if err != nil {
			return err
		}
		if old.N != size {
			return errors.New("a checkpoint of another size")
		}
		if err := checkGrowth(f, old, tree); err != nil {
			return fmt.Errorf("from %d: %w", size, err)
		}
	}
	return nil
}

func checkProofs(f folder, all [][]byte, verifier note.Verifier) error {
	indexes, err := numbersIn(f, "proofs", ".tlog-proof")
	if err != nil {
		return err
	}
	for _, index := range indexes {
		text, err := f.read(fmt.Sprintf("proofs/%d.tlog-proof", index))
		if err != nil {
			return err
		}
		if index < 0 || index >= int64(len(all)) {
			return errors.New("a proof of no leaf")
		}
		if err := checkProof(text, index, all[index], verifier); err != nil {
			return fmt.Errorf("of leaf %d: %w", index, err)
		}
	}
	return nil
}

func refuse(what string, err error) {
	if err != nil {
		fmt.Printf("refused %s: %v\n", what, err)
		os.Exit(1)
	}
}

func main() {
	f := folder(os.Args[1])
	key, err := f.read("vkey")
	refuse("key", err)
	verifier, err := note.NewVerifier(strings.TrimSpace(string(key)))
	refuse("key", err)
	text, err := f.read("checkpoint")
	refuse("checkpoint", err)
	tree, err := openCheckpoint(text, verifier)
	refuse("checkpoint", err)
	all, err := leaves(f, tree)
	refuse("leaves", err)
	refuse("growth", checkCheckpoints(f, tree, verifier))
	refuse("proof", checkProofs(f, all, verifier))
	fmt.Printf("verified %d leaves\n", len(all))
}
