"""Needs the command: COVERAGE_COMMAND names it. RDKit and pandas are tested where they are installed."""

import itertools
import json
import threading
import unittest

from analogue_coverage import Coverage, UnknownOption

try:
    from rdkit import Chem, RDLogger

    RDLogger.DisableLog("rdApp.*")
except ImportError:
    Chem = None
try:
    import pandas
except ImportError:
    pandas = None

FENTANYL = "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1"
# Covered by clauses of a class rule, with atoms; no list names it.
OF_A_CLASS = "CCC(=O)N(c1ccc(OCCC)cc1)C1CCN(CCc2ccccc2)CC1"


class ClientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.coverage = Coverage(jurisdictions=["US"], as_of="2026-09-01")

    @classmethod
    def tearDownClass(cls):
        cls.coverage.close()

    def test_run_says_day_edition_and_age(self):
        run = self.coverage.run
        self.assertEqual(run.as_of, "2026-09-01")
        self.assertEqual([law.code for law in run.laws], ["US"])
        self.assertRegex(run.sha256, "^[0-9a-f]{64}$")
        self.assertIn("Not legal advice", run.notice)

    def test_text_fields_and_what_is_missing(self):
        answers = self.coverage.check_many(
            [FENTANYL, {"id": "x", "cas": "437-38-7"}, None, float("nan"), "C1CC", "CCO\n\ud800", "PCP", "CCO"]
        )
        self.assertEqual(
            [a.verdict for a in answers],
            ["listed", "listed", *["unreadable"] * 4, "listed", "uncontrolled"],
        )
        self.assertEqual(answers[1].id, "x")
        self.assertEqual(answers[0].jurisdictions[0].findings[0].name, "Fentanyl")
        self.assertEqual([answers[0].controlled, answers[2].controlled, answers[-1].controlled], [True, None, False])
        self.assertEqual(answers[2].problem.code, "empty")
        self.assertIsNone(answers[4].verdict_in("US"))
        with self.assertRaises(TypeError):
            self.coverage.check(7)

    def test_order_is_kept_by_threads_and_by_iterations_within_each_other(self):
        wanted = ["listed" if i % 7 == 0 else "uncontrolled" for i in range(300)]
        texts = [FENTANYL if w == "listed" else "CCO" for w in wanted]
        found = {}

        def ask(number):
            found[number] = [a.verdict for a in self.coverage.check_each(texts)]

        threads = [threading.Thread(target=ask, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(list(found.values()), [wanted, wanted])
        for answer in self.coverage.check_each(["CCO", "CCO"]):
            self.assertEqual(self.coverage.check(FENTANYL).verdict, "listed")
            self.assertEqual(answer.verdict, "uncontrolled")

    def test_endless_input_is_read_as_answers_are_taken(self):
        answers = self.coverage.check_each(itertools.repeat("CCO"))
        self.assertEqual([next(answers).verdict for _ in range(5)], ["uncontrolled"] * 5)
        answers.close()
        self.assertEqual(self.coverage.check(FENTANYL).verdict, "listed")

    def test_a_process_that_dies_is_replaced(self):
        self.coverage.check("CCO")
        self.coverage._idle._process.kill()
        self.assertEqual(self.coverage.check(FENTANYL).verdict, "listed")
        answers = self.coverage.check_each(["CCO", FENTANYL] * 1500)
        verdicts = [next(answers).verdict]
        answers.gi_frame.f_locals["process"]._process.kill()
        verdicts += [a.verdict for a in answers]
        self.assertEqual(verdicts, ["uncontrolled", "listed"] * 1500)

    def test_options_that_do_not_exist(self):
        with self.assertRaisesRegex(UnknownOption, "no jurisdiction XX"):
            Coverage(jurisdictions=["XX"]).check("CCO")

    @unittest.skipIf(Chem is None, "no RDKit")
    def test_molecules_get_the_atoms_of_their_own_order(self):
        def clauses(value):
            answer = self.coverage.check(value)
            self.assertEqual(answer.verdict, "class")
            return answer.jurisdictions[0].findings[0].clauses

        molecule = Chem.MolFromSmiles(OF_A_CLASS)
        count = molecule.GetNumAtoms()
        by_text = clauses(OF_A_CLASS)
        self.assertTrue(any(by_text.values()))
        self.assertEqual(clauses(molecule), by_text)
        turned = clauses(Chem.RenumberAtoms(molecule, list(reversed(range(count)))))
        self.assertEqual(turned, {c: tuple(sorted(count - 1 - a for a in atoms)) for c, atoms in by_text.items()})
        self.assertEqual(self.coverage.check(Chem.Mol()).verdict, "unreadable")

    @unittest.skipIf(Chem is None, "no RDKit")
    def test_mixtures_of_stereoisomers_stay_mixtures(self):
        from analogue_coverage.request import request_of

        mixed = Chem.MolFromSmiles("C[C@H](N)Cc1ccccc1 |&1:1|")
        request = request_of(Chem.RenumberAtoms(mixed, list(reversed(range(mixed.GetNumAtoms())))))
        self.assertIn(b"|&1:", request.line)
        again = Chem.MolFromSmiles(json.loads(request.line)["smiles"])
        self.assertEqual(Chem.MolToCXSmiles(again), Chem.MolToCXSmiles(Chem.MolFromSmiles("C[C@H](N)Cc1ccccc1 |&1:1|")))
        self.assertEqual(sorted(request.order), list(range(mixed.GetNumAtoms())))

    @unittest.skipIf(pandas is None, "no pandas")
    def test_a_column_of_pandas(self):
        column = pandas.Series([FENTANYL, None, "CCO"], index=["a", "b", "c"])
        self.assertEqual(dict(self.coverage.check_series(column)), {"a": "listed", "b": "unreadable", "c": "uncontrolled"})
        frame = self.coverage.check_frame(column)
        self.assertEqual(list(frame.columns), ["verdict", "US"])
        self.assertEqual(frame.loc["a", "US"], "listed")


if __name__ == "__main__":
    unittest.main()
