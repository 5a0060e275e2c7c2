"""Linear programs by GLPK's library, which the package glpk-utils brings, through ctypes."""
import ctypes

GLPK = ctypes.CDLL("libglpk.so.40")
GLPK.glp_create_prob.restype = ctypes.c_void_p
for name in ("glp_get_obj_val", "glp_get_col_prim"): getattr(GLPK, name).restype = ctypes.c_double
GLPK.glp_term_out(0)
MIN, MAX, LOWER, FIXED, OPTIMAL = 1, 2, 2, 5, 5

class LinearProgram:
    """Variables from 0 up, numbered from 1; equations over them; then least() and most() of any of them."""
    def __init__(self, variables):
        self.lp, self.n, self.rows, self.aim = ctypes.c_void_p(GLPK.glp_create_prob()), variables, 0, 0
        GLPK.glp_add_cols(self.lp, variables)
        for j in range(1, variables + 1): GLPK.glp_set_col_bnds(self.lp, j, LOWER, ctypes.c_double(0), ctypes.c_double(0))

    def __del__(self):
        GLPK.glp_delete_prob(self.lp)

    def equation(self, terms, value):
        """terms: variable → factor; returns the row."""
        self.rows += 1
        GLPK.glp_add_rows(self.lp, 1)
        self.change(self.rows, terms, value)
        return self.rows

    def change(self, row, terms, value):
        k = len(terms)
        self.old = True
        GLPK.glp_set_mat_row(self.lp, row, k, (ctypes.c_int * (k + 1))(0, *terms), (ctypes.c_double * (k + 1))(0, *terms.values()))
        GLPK.glp_set_row_bnds(self.lp, row, FIXED, ctypes.c_double(value), ctypes.c_double(value))

    def optimum(self, variable, way):
        if self.aim: GLPK.glp_set_obj_coef(self.lp, self.aim, ctypes.c_double(0))
        self.aim = variable
        GLPK.glp_set_obj_coef(self.lp, variable, ctypes.c_double(1))
        GLPK.glp_set_obj_dir(self.lp, way)
        if self.old: GLPK.glp_std_basis(self.lp) # what was changed may have left it singular
        self.old = False
        if GLPK.glp_simplex(self.lp, None) or GLPK.glp_get_status(self.lp) != OPTIMAL: raise ArithmeticError("what is published contradicts itself")
        return GLPK.glp_get_obj_val(self.lp)

    def least(self, variable): return self.optimum(variable, MIN)
    def most(self, variable): return self.optimum(variable, MAX)
    def values(self): return [GLPK.glp_get_col_prim(self.lp, j) for j in range(1, self.n + 1)]
