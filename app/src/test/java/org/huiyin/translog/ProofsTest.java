package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofsTest {

    /** The tree that verifiers of Certificate Transparency have been tested with since its beginning: its leaves and its root at each size. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final TreeHash hash = new TreeHash();
    private final Random random = new Random(6962);

    @Test
    void the_well_known_tree_has_its_well_known_roots() {
        List<byte[]> leaves = LEAVES.stream().map(HexFormat.of()::parseHex).toList();

        for (int size = 0; size < ROOTS.size(); size++) {
            List<byte[]> some = leaves.subList(0, size);
            byte[] expected = HexFormat.of().parseHex(ROOTS.get(size));

            assertThat(SlowTree.root(some)).isEqualTo(expected);
            assertThat(Proofs.root(tiles(some), size, hash)).isEqualTo(expected);
            assertThat(grown(some).root()).isEqualTo(expected);
        }
    }

    @Test
    void roots_and_proofs_of_many_trees_are_those_of_the_definition() {
        for (int trial = 0; trial < 60; trial++) {
            List<byte[]> leaves = leaves(1 + random.nextInt(trial % 10 == 0 ? 1500 : 300));
            int size = leaves.size();
            int index = random.nextInt(size);
            int first = 1 + random.nextInt(size);

            assertThat(Proofs.root(tiles(leaves), size, hash)).isEqualTo(SlowTree.root(leaves));
            assertThat(grown(leaves).root()).isEqualTo(SlowTree.root(leaves));
            assertThat(Proofs.inclusion(tiles(leaves), index, size, hash))
                    .containsExactlyElementsOf(SlowTree.path(index, leaves));
            assertThat(Proofs.consistency(tiles(leaves), first, size, hash))
                    .containsExactlyElementsOf(SlowTree.proof(first, leaves));
        }
    }

    @Test
    void every_proof_of_small_trees_holds_and_no_other_does() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = leaves(size);
            byte[] root = SlowTree.root(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = SlowTree.path(index, leaves);
                byte[] leaf = hash.leaf(leaves.get(index));

                assertThat(Proofs.rootFrom(index, size, leaf, path, hash)).hasValue(root);
                for (int other = 0; other < size; other++) {
                    assertThat(Proofs.rootFrom(other, size, leaf, path, hash)
                                    .filter(found -> java.util.Arrays.equals(found, root))
                                    .isPresent())
                            .isEqualTo(other == index);
                }
                assertThat(Proofs.rootFrom(index, size, leaf, with(path, root), hash))
                        .isEmpty();
                if (!path.isEmpty()) {
                    assertThat(Proofs.rootFrom(index, size, leaf, path.subList(1, path.size()), hash))
                            .isNotEqualTo(java.util.Optional.of(root))
                            .satisfies(
                                    found -> found.ifPresent(r -> assertThat(r).isNotEqualTo(root)));
                }
            }
        }
    }

    @Test
    void consistency_holds_for_a_beginning_and_for_nothing_else() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = leaves(size);
            Proofs.Head whole = new Proofs.Head(size, SlowTree.root(leaves));
            for (int first = 1; first <= size; first++) {
                List<byte[]> proof = SlowTree.proof(first, leaves);
                Proofs.Head beginning = new Proofs.Head(first, SlowTree.root(leaves.subList(0, first)));
                byte[] wrong = beginning.root().clone();
                wrong[random.nextInt(wrong.length)] ^= 1;

                assertThat(Proofs.consistent(beginning, whole, proof, hash)).isTrue();
                assertThat(Proofs.consistent(new Proofs.Head(first, wrong), whole, proof, hash))
                        .isFalse();
                assertThat(Proofs.consistent(beginning, whole, with(proof, wrong), hash))
                        .isFalse();
                if (!proof.isEmpty()) {
                    assertThat(Proofs.consistent(beginning, whole, proof.subList(1, proof.size()), hash))
                            .isFalse();
                }
            }
            assertThat(Proofs.consistent(new Proofs.Head(size + 1, whole.root()), whole, List.of(), hash))
                    .isFalse();
        }
    }

    @Test
    void a_tree_goes_on_from_what_was_kept_of_it() {
        List<byte[]> leaves = leaves(300);
        for (int cut : new int[] {0, 1, 7, 128, 255, 299}) {
            Growth first = grown(leaves.subList(0, cut));

            Growth second = new Growth(cut, first.kept());
            leaves.subList(cut, 300).forEach(leaf -> second.add(hash.leaf(leaf)));

            assertThat(second.root()).isEqualTo(SlowTree.root(leaves));
        }
    }

    private List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] leaf = new byte[random.nextInt(60)];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static List<byte[]> with(List<byte[]> path, byte[] more) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }

    private Growth grown(List<byte[]> leaves) {
        Growth tree = new Growth();
        leaves.forEach(leaf -> tree.add(hash.leaf(leaf)));
        return tree;
    }

    /** Tiles as c2sp.org/tlog-tiles defines them: each hash is the root over so many leaves. */
    private Tiles tiles(List<byte[]> leaves) {
        Tiles.Source source = (level, number) -> {
            ByteArrayOutputStream tile = new ByteArrayOutputStream();
            int under = (int) Math.pow(Tiles.WIDTH, level);
            for (int i = 0; i < Tiles.width(leaves.size(), new Tiles.Place(level, number)); i++) {
                int from = (int) (number * Tiles.WIDTH + i) * under;
                tile.writeBytes(SlowTree.root(leaves.subList(from, from + under)));
            }
            return tile.toByteArray();
        };
        return new Tiles(source, hash);
    }
}
