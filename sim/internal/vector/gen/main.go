// Command gen writes the kernels of package vector: assembly for AVX2 and the
// declarations of its functions. Run it by go generate in that package.
package main

import "github.com/mmcloughlin/avo/build"

func main() {
	build.ConstraintExpr("amd64")
	exp()
	shares()
	consider()
	use()
	learn()
	engage()
	grow()
	runDown()
	count()
	move()
	deal()
	split()
	same()
	keep()
	overQuota()
	appraise()
	build.Generate()
}
