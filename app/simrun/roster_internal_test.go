package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func rosterFile(t *testing.T, rows string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(file, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// Whatever column holds the names, no file that is written does.
func TestNoFileHoldsANameOfTheSeatColumn(t *testing.T) {
	file := rosterFile(t, "Person,Group,Mentor,Sales,Tenure Months\n"+
		"Ada Quillfeather,Ada Quillfeather's,Cosima Vantongeren,120,40\nBertram Oxlade,North,Ada Quillfeather,70,12\n"+
		"vantongeren,North,,200,90\ndorian.wexcombe,South,,50,8\nElodie Marchbanks,South,Oxlade,110,61\n")
	dir := filepath.Join(t.TempDir(), "out")
	code, out, say := simrun("run", "default", "--runs", "2", "--weeks", "52", "--roster", file, "--map", "seat=Person", "--map", "team=Group",
		"--out", dir, "--reps", "--excel")
	if code != exitDone {
		t.Fatalf("gives %d: %s", code, say)
	}
	names := []string{"ada", "quillfeather", "bertram", "oxlade", "cosima", "vantongeren", "dorian", "wexcombe", "elodie", "marchbanks"}
	words := func(text string) map[string]bool {
		found := map[string]bool{}
		for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c < 'a' || c > 'z' }) {
			found[w] = true
		}
		return found
	}
	files := 0
	look := func(where, text string) {
		files++
		found := words(text)
		for _, name := range names {
			if found[name] {
				t.Errorf("%s holds the name %s", where, name)
			}
		}
	}
	look("the standard output", out)
	look("the standard error", strings.ReplaceAll(say, file, ""))
	if err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) == ".png" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if filepath.Ext(path) != ".xlsx" {
			look(filepath.Base(path), string(data))
			return nil
		}
		book, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return err
		}
		for _, part := range book.File {
			content, err := part.Open()
			if err != nil {
				return err
			}
			text, err := io.ReadAll(content)
			if err != nil {
				return err
			}
			look(part.Name, string(text))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("looked into %d files, want the whole report", files)
	}
}

func TestRosterSaysHowNumbersWereRead(t *testing.T) {
	file := rosterFile(t, "seat,savvy,courage,drive,rating\n1,.2,3,-1,7\n2,.5,1,.5,8\n3,.9,4,0,5\n4,.4,2,1.5,6\n5,.8,5,-.5,7\n6,.6,3,1,9\n7,.7,3,.2,8\n8,.3,4,-2,7\n")
	code, _, say := simrun("run", "default", "--runs", "1", "--weeks", "52", "--roster", file)
	if code != exitDone {
		t.Fatalf("gives %d: %s", code, say)
	}
	for _, want := range []string{
		"savvy: its values, from 0.2 to 0.9, are on a scale of the file's own and are standardised within the roster",
		"courage: its values, from 1 to 5, are on a scale of the file's own",
		"drive: its values, from −2 to 1.5, are read as standard deviations from the labour market's mean",
		"rating: its values, from 5 to 9, are on a scale of the file's own",
	} {
		if !strings.Contains(say, want) {
			t.Errorf("lacks %q:\n%s", want, say)
		}
	}
	few := rosterFile(t, "seat,savvy,sales\n1,.2,3\n2,.5,1\n3,.9,4\n4,.9,4\n5,.1,4\n")
	code, _, say = simrun("run", "default", "--runs", "1", "--weeks", "52", "--roster", few)
	if code != exitDone || !strings.Contains(say, "savvy: its values, from 0.1 to 0.9, look like another scale") {
		t.Errorf("gives %d:\n%s", code, say)
	}
}

func TestFewUncertainFuturesAreSaidToMixLuckAndIgnorance(t *testing.T) {
	const sentence = "which is which cannot be told"
	for runs, want := range map[string]bool{"2": true, "40": true, "41": false} {
		code, _, say := simrun("run", "default", "--runs", runs, "--weeks", "52", "--set", "organisation.seats=8", "--uncertain")
		if code != exitDone || strings.Contains(say, sentence) != want {
			t.Errorf("%s futures give %d: %s", runs, code, say)
		}
	}
	if code, _, say := simrun(quick("default")...); code != exitDone || strings.Contains(say, sentence) {
		t.Errorf("without --uncertain gives %d: %s", code, say)
	}
}
